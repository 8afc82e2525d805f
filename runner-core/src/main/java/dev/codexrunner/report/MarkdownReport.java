package dev.codexrunner.report;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

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
        List<MarkdownSection> sections = MarkdownSections.of(report);
        Map<MarkdownSection, Integer> shares = shares(sections, LONGEST - text.length() - tail.length());
        sections.forEach(section -> text.append(section.within(shares.get(section))));
        return text.append(tail).toString();
    }

    /**
     * Room for each, so that none pushes another out: what has one entry only comes first, for that one is all there is. Of
     * the others each has an equal share, and what one doesn't need of its own goes to those that need more.
     */
    private static Map<MarkdownSection, Integer> shares(List<MarkdownSection> sections, int room) {
        Map<MarkdownSection, Integer> shares = new IdentityHashMap<>();
        int left = room;
        List<MarkdownSection> smallestFirst = sections.stream()
                .sorted(Comparator.comparing((MarkdownSection section) -> !section.indivisible())
                        .thenComparing(MarkdownSection::need))
                .toList();
        for (int i = 0; i < smallestFirst.size(); i++) {
            MarkdownSection section = smallestFirst.get(i);
            int share = section.indivisible() ? left : left / (smallestFirst.size() - i);
            int given = Math.min(section.need(), share);
            shares.put(section, given);
            left -= given;
        }
        return shares;
    }
}
