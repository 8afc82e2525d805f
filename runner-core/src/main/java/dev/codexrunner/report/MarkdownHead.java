package dev.codexrunner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a reader wants first: the verdict, why, what to do, and the run's measures on one line. */
final class MarkdownHead {

    private static final int LONGEST_REASON = 4_000;
    private static final int LONGEST_NAME = 200;

    private MarkdownHead() {}

    static String of(RunReport report) {
        return verdict(report) + measures(report);
    }

    private static String verdict(RunReport report) {
        RunReport.VerdictSection verdict = report.verdict();
        boolean success = verdict.succeeded();
        String name = report.run()
                .name()
                .map(given -> Markdown.text(given, LONGEST_NAME))
                .orElse("codex-runner");
        String title = "## " + (success ? "✅ " : "❌ ") + name + ": "
                + Markdown.text(
                        success ? "success" : verdict.code().replace('-', ' ').replace('_', ' '), LONGEST_NAME)
                + "\n\n";
        String reason = Markdown.text(verdict.reason(), LONGEST_REASON) + "\n\n";
        String fix = verdict.fix().isBlank()
                ? ""
                : "> **What to do:** " + Markdown.text(verdict.fix(), LONGEST_REASON) + "\n";
        String between = !fix.isEmpty() && verdict.retryable() ? ">\n" : "";
        String retry = verdict.retryable() ? "> The same run may succeed when it is started again unchanged.\n" : "";
        String toDo = fix + between + retry;
        return title + reason + toDo + (toDo.isEmpty() ? "" : "\n");
    }

    private static String measures(RunReport report) {
        List<String> measures = new ArrayList<>();
        report.run().durationMs().ifPresent(millis -> measures.add("**" + Elapsed.ofMillis(millis) + "**"));
        measures.add("exit code " + report.verdict().exitCode());
        long commands = report.counts().commands();
        if (commands > 0) {
            long failed = report.counts().commandsFailed();
            measures.add(counted(commands, "command")
                    + (failed > 0 ? String.format(Locale.ROOT, " (%,d failed)", failed) : ""));
        }
        report.changes().ifPresent(changes -> measures.add(counted(changes.count(), "file") + " changed"));
        report.usage().ifPresent(tokens -> measures.add(String.format(Locale.ROOT, "%,d tokens", tokens.sum())));
        int attempts = report.codex().attempts().size();
        if (attempts > 1) {
            measures.add(counted(attempts, "attempt"));
        }
        return String.join(" · ", measures) + "\n";
    }

    private static String counted(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s", count, noun) + (count == 1 ? "" : "s");
    }

    static String tokens(RunReport.Tokens tokens) {
        return String.format(
                Locale.ROOT,
                "%,d in (%,d cached), %,d out (%,d reasoning)",
                tokens.inputTokens(),
                tokens.cachedInputTokens(),
                tokens.outputTokens(),
                tokens.reasoningOutputTokens());
    }
}
