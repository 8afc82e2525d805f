package dev.codexrunner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** What a reader wants first: the verdict, why, what to do, and the run's measures on one line. */
final class MarkdownHead {

    private static final int LONGEST_REASON = 4_000;
    private static final int LONGEST_LINE = 300;

    private MarkdownHead() {}

    static String of(RunReport report) {
        return verdict(report) + measures(report) + details(report);
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
        return String.join(" · ", measures) + "\n\n";
    }

    private static String counted(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s", count, noun) + (count == 1 ? "" : "s");
    }

    private static String details(RunReport report) {
        RunReport.Codex codex = report.codex();
        StringBuilder table = new StringBuilder("| what | value |\n| --- | --- |\n");
        row(table, "Verdict", report.verdict().code());
        row(table, "Exit code", report.verdict().exitCode() + codexExit(codex.exitCode()));
        row(table, "Started", report.run().startedAt().toString());
        row(table, "Run", report.run().id());
        row(table, "Page", "report.html");
        row(table, "Host", report.run().host());
        codex.threadId().ifPresent(thread -> row(table, "Thread", thread));
        codex.model().ifPresent(model -> row(table, "Model", model));
        codex.sandbox().ifPresent(sandbox -> row(table, "Sandbox", sandbox));
        codex.version().ifPresent(version -> row(table, "codex", version));
        row(table, "codex-runner", report.run().runnerVersion());
        row(table, "Token", credential(report.credential()));
        report.credential().expiresAt().ifPresent(end -> row(table, "Token ends", end.toString()));
        report.usage().ifPresent(usage -> row(table, "Tokens used", tokens(usage)));
        report.threadUsage()
                .filter(thread -> !Optional.of(thread).equals(report.usage()))
                .ifPresent(usage -> row(table, "Tokens of the thread", tokens(usage)));
        return "<details><summary>Run, codex and token</summary>\n\n" + table + "\n</details>\n";
    }

    private static void row(StringBuilder table, String name, String value) {
        table.append("| ")
                .append(name)
                .append(" | ")
                .append(Markdown.code(ConsoleText.shortened(value, LONGEST_LINE)))
                .append(" |\n");
    }

    private static String codexExit(OptionalInt exitCode) {
        return exitCode.isPresent() ? " (codex: " + exitCode.getAsInt() + ")" : " (codex: unknown)";
    }

    private static String credential(RunReport.Credential credential) {
        String vault = credential
                .vault()
                .map(origin -> ", " + origin.path()
                        + (origin.version().isPresent()
                                ? ", version " + origin.version().getAsInt()
                                : ""))
                .orElse("");
        return credential.kind().orElse("none").replace('_', ' ') + " from " + credential.source() + vault
                + (credential.exposed().orElse(false) ? ", exposed to the agent" : "");
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
