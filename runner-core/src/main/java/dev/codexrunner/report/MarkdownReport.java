package dev.codexrunner.report;

import java.util.List;

/**
 * report.md, for a job summary or a comment on a merge request. Bounded so that both take it (GitHub: summaries of 1 MiB,
 * comments of 65,536 characters); what is left out is told, and where it is.
 */
final class MarkdownReport implements ReportFormat {

    /** In characters. */
    static final int LONGEST = 60_000;

    @Override
    public String fileName() {
        return "report.md";
    }

    @Override
    public String render(RunReport report) {
        StringBuilder text = new StringBuilder(MarkdownHead.of(report));
        String tail = MarkdownTimeline.of(report) + MarkdownDetails.of(report);
        int room = LONGEST - tail.length();
        List<MarkdownSection> sections = MarkdownSections.of(report);
        for (int i = 0; i < sections.size(); i++) {
            int notesToCome = (sections.size() - 1 - i) * MarkdownSection.ROOM_FOR_NOTE;
            text.append(sections.get(i).within(room - text.length() - notesToCome));
        }
        return text.append(tail).toString();
    }
}
