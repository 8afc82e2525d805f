package dev.codexrunner.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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
        int[] shares = shares(sections, LONGEST - text.length() - tail.length());
        for (int i = 0; i < shares.length; i++) {
            text.append(sections.get(i).within(shares[i]));
        }
        return text.append(tail).toString();
    }

    /**
     * Room for each, so that none pushes another out: what has one entry only comes first, for that one is all there is. Of
     * the others each has an equal share, and what one doesn't need of its own goes to those that need more.
     */
    private static int[] shares(List<MarkdownSection> sections, int room) {
        int[] needs =
                sections.stream().mapToInt(section -> section.need(LONGEST)).toArray();
        int[] smallestFirst = IntStream.range(0, needs.length)
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer place) -> !sections.get(place).indivisible())
                        .thenComparing(place -> needs[place]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] shares = new int[needs.length];
        int left = room;
        for (int i = 0; i < smallestFirst.length; i++) {
            int place = smallestFirst[i];
            int most = sections.get(place).indivisible() ? left : left / (smallestFirst.length - i);
            shares[place] = Math.min(needs[place], most);
            left -= shares[place];
        }
        return shares;
    }
}
