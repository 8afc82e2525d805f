package dev.codexrunner.report;

import dev.codexrunner.changes.ChangedPath;
import dev.codexrunner.failure.WireName;
import dev.codexrunner.report.findings.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sections below the head, from what matters most to what matters least. */
final class MarkdownSections {

    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_PATH = 500;
    private static final int UNFOLDED_FILES = 12;

    private MarkdownSections() {}

    static List<MarkdownSection> of(RunReport report) {
        RunReport.Items items = report.items();
        List<MarkdownSection> sections = new ArrayList<>();
        sections.add(section(
                "Warnings",
                report.warnings().stream().map(MarkdownSections::bullet).toList()));
        sections.add(section(
                "Checks", report.checks().stream().map(MarkdownSections::check).toList()));
        sections.add(
                Findings.of(report).map(MarkdownFindings::section).orElseGet(() -> MarkdownAnswer.section(report)));
        sections.add(changedFiles(report));
        sections.add(MarkdownCommands.section(report));
        sections.add(
                section("Errors", untold(report).map(MarkdownSections::bullet).toList()));
        if (report.codex().attempts().size() > 1) {
            sections.add(section(
                    "Attempts",
                    report.codex().attempts().stream()
                            .map(MarkdownSections::attempt)
                            .toList()));
        }
        sections.add(section(
                "Plan", items.todo().stream().map(MarkdownSections::todo).toList()));
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
        String count = total > 1 ? String.format(Locale.ROOT, " (%,d)", total) : "";
        return new MarkdownSection(title + count, entries, entries.size(), total);
    }

    private static MarkdownSection changedFiles(RunReport report) {
        return report.changes()
                .map(changes -> new MarkdownSection(
                                "Changed files"
                                        + (changes.count() > 1
                                                ? String.format(Locale.ROOT, " (%,d)", changes.count())
                                                : ""),
                                changes.files().stream()
                                        .map(MarkdownSections::change)
                                        .toList(),
                                changes.files().size(),
                                changes.count())
                        .notInStream()
                        .unfolding(UNFOLDED_FILES))
                .orElseGet(() -> section(
                                "Changed files, as codex told",
                                report.items().fileChanges().stream()
                                        .map(MarkdownSections::file)
                                        .toList())
                        .unfolding(UNFOLDED_FILES));
    }

    static String bullet(String text) {
        return "- " + shortText(text) + "\n";
    }

    /** What codex said of its troubles, but for what already stands in a reason. */
    private static Stream<String> untold(RunReport report) {
        String told = report.verdict().reason() + "\n"
                + report.codex().attempts().stream()
                        .map(RunReport.Attempt::reason)
                        .collect(Collectors.joining("\n"));
        return report.items().errors().stream().filter(error -> !error.isBlank() && !told.contains(error.strip()));
    }

    private static String attempt(RunReport.Attempt attempt) {
        boolean success = attempt.kind().equals("success");
        List<String> facts = new ArrayList<>();
        facts.add(path(attempt.code()));
        if (attempt.waitMs() > 0) {
            facts.add("after a wait of " + Elapsed.ofMillis(attempt.waitMs()));
        }
        facts.add(attempt.resumed() ? "went on with its thread" : "began a new thread");
        attempt.durationMs().ifPresent(millis -> facts.add(Elapsed.ofMillis(millis)));
        attempt.usage().ifPresent(usage -> facts.add("tokens: " + MarkdownHead.tokens(usage)));
        String reason = success || attempt.reason().isBlank() ? "" : "<br>" + shortText(attempt.reason());
        String next = attempt.retryReason().isBlank()
                ? ""
                : "<br>" + (attempt.retried() ? "Tried again: " : "Not tried again: ")
                        + shortText(attempt.retryReason());
        return attempt.number() + ". " + (success ? "✅ " : "❌ ") + String.join(" · ", facts) + reason + next + "\n";
    }

    private static String path(String text) {
        return Markdown.span(ConsoleText.shortened(ConsoleText.named(text), LONGEST_PATH));
    }

    private static String shortText(String text) {
        return Markdown.text(text, LONGEST_TEXT);
    }

    private static String check(RunReport.Check check) {
        String detail = check.detail().isBlank() ? "" : ": " + shortText(check.detail());
        String mark = switch (check.status()) {
            case PASSED -> "✅ ";
            case FAILED -> "❌ ";
            case SKIPPED -> "⏭️ ";
        };
        return "- " + mark + WireName.of(check.status()) + " " + path(check.name()) + detail + "\n";
    }

    private static String file(RunReport.FileChange file) {
        String failed =
                file.status().equals("completed") ? "" : " (" + Markdown.text(file.status(), LONGEST_LINE) + ")";
        return "- " + Markdown.text(file.kind(), LONGEST_LINE) + " " + path(file.path()) + failed + "\n";
    }

    private static String change(ChangedPath file) {
        String gated = file.gated() ? " ⚠️ later steps run it by its name" : "";
        return "- " + Markdown.text(WireName.of(file.kind())) + " " + path(file.path()) + gated + "\n";
    }

    private static String todo(RunReport.Todo todo) {
        return "- [" + (todo.completed() ? "x" : " ") + "] " + Markdown.text(todo.text(), LONGEST_LINE) + "\n";
    }

    private static String call(RunReport.ToolCall call) {
        String error = call.error()
                .map(message -> ": " + Markdown.text(message, LONGEST_LINE))
                .orElse("");
        return "- " + path(call.server() + "/" + call.tool()) + " " + Markdown.text(call.status(), LONGEST_LINE) + error
                + "\n";
    }
}
