package dev.codexrunner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a reader wants first: the verdict, why, what to do, and the run's measures on one line. */
final class MarkdownHead {

    private static final int LONGEST_REASON = 4_000;

    private MarkdownHead() {}

    static String of(RunReport report) {
        return verdict(report) + measures(report);
    }

    private static String verdict(RunReport report) {
        RunReport.VerdictSection verdict = report.verdict();
        boolean success = verdict.succeeded();
        String name = report.run().name().map(Markdown::text).orElse("codex-runner");
        String title = "## " + (success ? "✅ " : "❌ ") + name + ": "
                + Markdown.text(success ? "success" : verdict.kind().replace('_', ' ')) + "\n\n";
        String reason = Markdown.text(ConsoleText.shortened(verdict.reason(), LONGEST_REASON)) + "\n\n";
        String fix = verdict.fix().isBlank()
                ? ""
                : "> **Fix:** " + Markdown.text(ConsoleText.shortened(verdict.fix(), LONGEST_REASON)) + "\n"
                        + (verdict.retryable() ? ">\n> The same run may succeed when started again.\n" : "")
                        + "\n";
        return title + reason + fix;
    }

    private static String measures(RunReport report) {
        List<String> measures = new ArrayList<>();
        report.run().durationMs().ifPresent(millis -> measures.add("**" + Elapsed.ofMillis(millis) + "**"));
        measures.add("exit code " + report.verdict().exitCode());
        long commands = report.counts().commands();
        if (commands > 0) {
            long failed = report.counts().commandsFailed();
            measures.add(counted(commands, "command") + (failed > 0 ? " (" + failed + " failed)" : ""));
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
