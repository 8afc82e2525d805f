package dev.codexrunner.report;

import dev.codexrunner.failure.WireName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** report.md, for a job summary or a comment on a merge request. */
final class MarkdownReport implements ReportFormat {

    /** In characters. GitHub takes comments of 65,536. */
    static final int LONGEST = 60_000;

    private static final int LONGEST_MESSAGE = 20_000;
    private static final int LONGEST_OUTPUT = 4_000;
    private static final int LONGEST_LINE = 300;

    @Override
    public String fileName() {
        return "report.md";
    }

    @Override
    public String render(RunReport report) {
        StringBuilder text = new StringBuilder(verdict(report.verdict())).append(facts(report));
        int leftOut = 0;
        for (String section : sections(report)) {
            if (text.length() + section.length() <= LONGEST) {
                text.append(section);
            } else {
                leftOut++;
            }
        }
        return leftOut == 0
                ? text.toString()
                : text + "\n_Left out for length: " + leftOut + " parts. report.json has all._\n";
    }

    private static String verdict(RunReport.VerdictSection verdict) {
        boolean success = verdict.status().equals("success");
        String title =
                "## " + (success ? "✅ codex-runner: success" : "❌ codex-runner: " + Markdown.text(verdict.kind()));
        String reason = Markdown.text(ConsoleText.shortened(verdict.reason(), 4_000));
        String fix = verdict.fix().isBlank() ? "" : "**Fix:** " + Markdown.text(verdict.fix()) + "\n\n";
        String retry = verdict.retryable() ? "The same run may succeed when started again.\n\n" : "";
        return title + "\n\n" + reason + "\n\n" + fix + retry;
    }

    private static String facts(RunReport report) {
        RunReport.Codex codex = report.codex();
        StringBuilder table = new StringBuilder("| | |\n| --- | --- |\n");
        row(table, "Exit code", report.verdict().exitCode() + codexExit(codex.exitCode()));
        row(table, "Duration", Elapsed.ofMillis(report.run().durationMs()));
        row(table, "Run", report.run().id());
        codex.threadId().ifPresent(thread -> row(table, "Thread", thread));
        codex.model().ifPresent(model -> row(table, "Model", model));
        codex.sandbox().ifPresent(sandbox -> row(table, "Sandbox", sandbox));
        codex.version().ifPresent(version -> row(table, "codex", version));
        row(table, "Token", credential(report.credential()));
        report.usage().ifPresent(usage -> row(table, "Tokens used", tokens(usage)));
        report.threadUsage()
                .filter(thread -> !Optional.of(thread).equals(report.usage()))
                .ifPresent(usage -> row(table, "Tokens of the thread", tokens(usage)));
        if (codex.attempts().size() > 1) {
            row(table, "Attempts", String.valueOf(codex.attempts().size()));
        }
        return table.append('\n').toString();
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
        return credential.kind().orElse("none") + " from " + credential.source() + vault
                + (credential.exposed() ? ", exposed to the agent" : "");
    }

    private static String tokens(RunReport.Tokens tokens) {
        return String.format(
                Locale.ROOT,
                "%,d in (%,d cached), %,d out (%,d reasoning)",
                tokens.inputTokens(),
                tokens.cachedInputTokens(),
                tokens.outputTokens(),
                tokens.reasoningOutputTokens());
    }

    /** From what matters most to what matters least; the last are left out first. */
    private static List<String> sections(RunReport report) {
        List<String> sections = new ArrayList<>();
        list(
                sections,
                "Warnings",
                report.warnings().stream().map(MarkdownReport::bullet).toList());
        if (report.codex().attempts().size() > 1) {
            list(
                    sections,
                    "Attempts",
                    report.codex().attempts().stream()
                            .map(MarkdownReport::attempt)
                            .toList());
        }
        list(
                sections,
                "Checks",
                report.checks().stream().map(MarkdownReport::check).toList());
        report.finalMessage()
                .filter(message -> !message.isBlank())
                .ifPresent(message -> sections.add(
                        "\n### Final message\n\n" + Markdown.quote(ConsoleText.shortened(message, LONGEST_MESSAGE))));
        RunReport.Items items = report.items();
        list(
                sections,
                "Changed files",
                items.fileChanges().stream().map(MarkdownReport::file).toList());
        list(
                sections,
                "Errors",
                items.errors().stream().map(MarkdownReport::bullet).toList());
        list(sections, "Plan", items.todo().stream().map(MarkdownReport::todo).toList());
        list(
                sections,
                "Tool calls",
                items.toolCalls().stream().map(MarkdownReport::call).toList());
        list(
                sections,
                "Searches",
                items.searches().stream().map(s -> bullet(s.query())).toList());
        list(
                sections,
                "Commands",
                items.commands().stream().map(MarkdownReport::command).toList());
        return sections;
    }

    /** Each entry is a part of its own, so that a long list is cut between entries. */
    private static void list(List<String> sections, String title, List<String> entries) {
        for (int i = 0; i < entries.size(); i++) {
            sections.add((i == 0 ? "\n### " + title + "\n\n" : "") + entries.get(i));
        }
    }

    private static String bullet(String text) {
        return "- " + Markdown.text(ConsoleText.shortened(text, 1_000)) + "\n";
    }

    private static String attempt(RunReport.Attempt attempt) {
        String how = attempt.resumed() ? "went on with its thread" : "began a new thread";
        String used =
                attempt.usage().map(usage -> " Tokens: " + tokens(usage) + ".").orElse("");
        String next = attempt.retryReason().isBlank()
                ? ""
                : " " + (attempt.retried() ? "Tried again: " : "Not tried again: ") + attempt.retryReason();
        String reason = ConsoleText.shortened(attempt.reason(), 1_000);
        return "- **" + attempt.number() + "** " + how + ": " + Markdown.code(attempt.code()) + ". "
                + Markdown.text(reason + next + used) + "\n";
    }

    private static String check(RunReport.Check check) {
        String detail =
                check.detail().isBlank() ? "" : ": " + Markdown.text(ConsoleText.shortened(check.detail(), 1_000));
        return "- " + WireName.of(check.status()) + " " + Markdown.code(check.name()) + detail + "\n";
    }

    private static String file(RunReport.FileChange file) {
        String failed = file.status().equals("completed") ? "" : " (" + Markdown.text(file.status()) + ")";
        return "- " + Markdown.text(file.kind()) + " " + Markdown.code(file.path()) + failed + "\n";
    }

    private static String todo(RunReport.Todo todo) {
        return "- [" + (todo.completed() ? "x" : " ") + "] "
                + Markdown.text(ConsoleText.shortened(todo.text(), LONGEST_LINE)) + "\n";
    }

    private static String call(RunReport.ToolCall call) {
        String error = call.error()
                .map(message -> ": " + Markdown.text(ConsoleText.shortened(message, LONGEST_LINE)))
                .orElse("");
        return "- " + Markdown.code(call.server() + "/" + call.tool()) + " " + Markdown.text(call.status()) + error
                + "\n";
    }

    private static String command(RunReport.Command command) {
        String exit =
                command.exitCode().isPresent() ? "exit " + command.exitCode().getAsInt() : command.status();
        String summary = exit + "  " + ConsoleText.shortened(WrappedCommand.unwrap(command.command()), LONGEST_LINE);
        String output = command.output().isBlank()
                ? "No output.\n"
                : Markdown.block(ConsoleText.shortened(command.output(), LONGEST_OUTPUT));
        return Markdown.folded(summary, output);
    }
}
