package dev.codexrunner.report;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;

/** What is looked up rather than read: the run's names, versions and token, folded. */
final class MarkdownDetails {

    private static final int LONGEST_LINE = 300;
    private static final String NOT_KNOWN = "not known";

    private MarkdownDetails() {}

    static String of(RunReport report) {
        RunReport.Codex codex = report.codex();
        StringBuilder table = new StringBuilder("| what | value |\n| --- | --- |\n");
        row(table, "Verdict", report.verdict().code());
        row(table, "Exit code", report.verdict().exitCode() + codexExit(codex.exitCode()));
        row(table, "Started", started(report.run()));
        report.run().firstEventMs().ifPresent(millis -> row(table, "First event after", Elapsed.ofMillis(millis)));
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
        report.usage().ifPresent(usage -> row(table, "Tokens used", MarkdownHead.tokens(usage)));
        report.threadUsage()
                .filter(thread -> !Optional.of(thread).equals(report.usage()))
                .ifPresent(usage -> row(table, "Tokens of the thread", MarkdownHead.tokens(usage)));
        return Markdown.fold("Run, codex and token", table.toString());
    }

    private static void row(StringBuilder table, String name, String value) {
        table.append("| ")
                .append(name)
                .append(" | ")
                .append(Markdown.within(value, LONGEST_LINE, Markdown::code))
                .append(" |\n");
    }

    private static String codexExit(OptionalInt exitCode) {
        return exitCode.isPresent() ? " (codex: " + exitCode.getAsInt() + ")" : " (codex: unknown)";
    }

    private static String started(RunReport.Run run) {
        return run.startKnown()
                ? run.startedAt().truncatedTo(ChronoUnit.SECONDS).toString()
                : NOT_KNOWN;
    }

    private static String credential(RunReport.Credential credential) {
        if (credential.exposed().isEmpty()) {
            return NOT_KNOWN;
        }
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
}
