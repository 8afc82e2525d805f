package dev.codexrunner.report.html;

import dev.codexrunner.report.RunReport;
import dev.codexrunner.report.html.Page.Share;
import dev.codexrunner.report.html.Page.Slice;
import dev.codexrunner.report.html.Page.UsageChart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The run's tokens, where they aren't known its thread's, as one bar and as a table. */
final class UsageBars {

    /** Of the drawing. */
    private static final double WIDTH = 1_000;

    private record Part(String kind, String name, long tokens) {}

    private UsageBars() {}

    static Optional<UsageChart> of(RunReport report) {
        return report.usage()
                .or(report::threadUsage)
                .filter(usage -> usage.sum() > 0)
                .map(usage -> chart(usage, report));
    }

    private static UsageChart chart(RunReport.Tokens usage, RunReport report) {
        List<Part> parts = List.of(
                new Part("cached", "Input from the cache", usage.cachedInputTokens()),
                new Part("input", "Input read anew", Math.max(0, usage.inputTokens() - usage.cachedInputTokens())),
                new Part("reasoning", "Output: reasoning", usage.reasoningOutputTokens()),
                new Part("output", "Output: text", Math.max(0, usage.outputTokens() - usage.reasoningOutputTokens())));
        double sum = parts.stream().mapToLong(Part::tokens).sum();
        List<Slice> slices = new ArrayList<>();
        List<Share> shares = new ArrayList<>();
        double x = 0;
        for (Part part : parts) {
            double width = part.tokens() / sum * WIDTH;
            if (part.tokens() > 0) {
                slices.add(new Slice(number(x), number(Math.max(1, width)), part.kind()));
            }
            shares.add(new Share(
                    part.kind(),
                    part.name(),
                    Figures.number(part.tokens()),
                    String.format(Locale.ROOT, "%.1f %%", part.tokens() / sum * 100)));
            x += width;
        }
        return new UsageChart(note(usage, report), slices, shares);
    }

    private static String note(RunReport.Tokens usage, RunReport report) {
        if (report.usage().isEmpty()) {
            return Figures.number(usage.sum())
                    + " tokens in the whole thread, earlier runs included; how many of them are this run's is not known.";
        }
        String sum = Figures.number(usage.sum()) + " tokens in this run";
        return report.threadUsage()
                        .filter(thread -> !thread.equals(usage))
                        .map(thread -> sum + ", " + Figures.number(thread.sum()) + " in its whole thread")
                        .orElse(sum)
                + ".";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
