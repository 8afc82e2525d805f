package dev.codexrunner.report;

import dev.codexrunner.changes.ChangedPath;
import dev.codexrunner.failure.WireName;
import dev.codexrunner.report.findings.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sections below the head, from what matters most to what matters least. */
final class MarkdownSections {

    private static final int LONGEST_MESSAGE = 20_000;
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_LINE = 300;

    private MarkdownSections() {}

    static List<MarkdownSection> of(RunReport report) {
        RunReport.Items items = report.items();
        List<MarkdownSection> sections = new ArrayList<>();
        sections.add(section(
                "Warnings",
                report.warnings().stream().map(MarkdownSections::bullet).toList()));
        if (report.codex().attempts().size() > 1) {
            sections.add(section(
                    "Attempts",
                    report.codex().attempts().stream()
                            .map(MarkdownSections::attempt)
                            .toList()));
        }
        sections.add(section(
                "Checks", report.checks().stream().map(MarkdownSections::check).toList()));
        sections.add(answer(report));
        sections.add(changedFiles(report));
        sections.add(section(
                "Errors", items.errors().stream().map(MarkdownSections::bullet).toList()));
        sections.add(section(
                "Plan", items.todo().stream().map(MarkdownSections::todo).toList()));
        sections.add(MarkdownCommands.section(report));
        sections.add(section(
                "Tool calls",
                items.toolCalls().stream().map(MarkdownSections::call).toList(),
                report.counts().toolCalls()));
        sections.add(section(
                "Searches",
                items.searches().stream().map(search -> bullet(search.query())).toList(),
                report.counts().searches()));
        return sections.stream().filter(section -> !section.entries().isEmpty()).toList();
    }

    private static MarkdownSection section(String title, List<String> entries) {
        return section(title, entries, entries.size());
    }

    /** @param counted of which the report may have the first only */
    private static MarkdownSection section(String title, List<String> entries, long counted) {
        long total = Math.max(entries.size(), counted);
        String count = total > 1 ? " (" + total + ")" : "";
        return new MarkdownSection(title + count, entries, entries.size(), total);
    }

    /** Findings as a list; JSON of another form as such; else the agent's words, as a quotation. */
    private static MarkdownSection answer(RunReport report) {
        Optional<Findings> findings = Findings.of(report);
        if (findings.isPresent()) {
            return MarkdownFindings.section(findings.get());
        }
        String message = report.finalMessage().orElse("");
        if (message.isBlank()) {
            return MarkdownSection.of("Final message", List.of());
        }
        String shown = ConsoleText.shortened(message, LONGEST_MESSAGE);
        boolean json = report.structuredOutput().isPresent();
        return MarkdownSection.of("Final message", List.of(json ? Markdown.block(shown) : AgentMarkdown.quote(shown)));
    }

    private static MarkdownSection changedFiles(RunReport report) {
        return report.changes()
                .map(changes -> new MarkdownSection(
                        "Changed files" + (changes.count() > 1 ? " (" + changes.count() + ")" : ""),
                        changes.files().stream().map(MarkdownSections::change).toList(),
                        changes.files().size(),
                        changes.count()))
                .orElseGet(() -> section(
                        "Changed files, as codex told",
                        report.items().fileChanges().stream()
                                .map(MarkdownSections::file)
                                .toList()));
    }

    static String bullet(String text) {
        return "- " + Markdown.text(ConsoleText.shortened(text, LONGEST_TEXT)) + "\n";
    }

    private static String attempt(RunReport.Attempt attempt) {
        String how = attempt.resumed() ? "went on with its thread" : "began a new thread";
        String took = attempt.durationMs().isPresent()
                ? ", " + Elapsed.ofMillis(attempt.durationMs().getAsLong())
                : "";
        String used = attempt.usage()
                .map(usage -> " Tokens: " + MarkdownHead.tokens(usage) + ".")
                .orElse("");
        String next = attempt.retryReason().isBlank()
                ? ""
                : " " + (attempt.retried() ? "Tried again: " : "Not tried again: ") + attempt.retryReason();
        String reason = ConsoleText.shortened(attempt.reason(), LONGEST_TEXT);
        return attempt.number() + ". " + (attempt.kind().equals("success") ? "✅ " : "❌ ")
                + Markdown.span(attempt.code()) + " " + how + took + ". "
                + Markdown.text(sentence(reason) + next + used) + "\n";
    }

    /** What codex said may end anywhere. */
    private static String sentence(String text) {
        return text.isEmpty() || ".!?".indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + ".";
    }

    private static String check(RunReport.Check check) {
        String detail = check.detail().isBlank()
                ? ""
                : ": " + Markdown.text(ConsoleText.shortened(check.detail(), LONGEST_TEXT));
        String mark = switch (check.status()) {
            case PASSED -> "✅ ";
            case FAILED -> "❌ ";
            case SKIPPED -> "⏭️ ";
        };
        return "- " + mark + WireName.of(check.status()) + " " + Markdown.span(check.name()) + detail + "\n";
    }

    private static String file(RunReport.FileChange file) {
        String failed = file.status().equals("completed") ? "" : " (" + Markdown.text(file.status()) + ")";
        return "- " + Markdown.text(file.kind()) + " " + Markdown.span(file.path()) + failed + "\n";
    }

    private static String change(ChangedPath file) {
        String gated = file.gated() ? " ⚠️ later steps run it by its name" : "";
        return "- " + Markdown.text(WireName.of(file.kind())) + " " + Markdown.span(file.path()) + gated + "\n";
    }

    private static String todo(RunReport.Todo todo) {
        return "- [" + (todo.completed() ? "x" : " ") + "] "
                + Markdown.text(ConsoleText.shortened(todo.text(), LONGEST_LINE)) + "\n";
    }

    private static String call(RunReport.ToolCall call) {
        String error = call.error()
                .map(message -> ": " + Markdown.text(ConsoleText.shortened(message, LONGEST_LINE)))
                .orElse("");
        return "- " + Markdown.span(call.server() + "/" + call.tool()) + " " + Markdown.text(call.status()) + error
                + "\n";
    }
}
