package dev.codexrunner.report;

import dev.codexrunner.report.findings.Finding;
import dev.codexrunner.report.findings.Findings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a review found, the gravest first. */
final class MarkdownFindings {

    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_LINE = 300;

    private MarkdownFindings() {}

    static MarkdownSection section(Findings findings) {
        List<String> entries = new ArrayList<>();
        entries.add(Markdown.within(findings.summary(), LONGEST_TEXT, AgentMarkdown::quote) + "\n");
        findings.findings().stream()
                .sorted(Comparator.comparing(Finding::severity))
                .map(MarkdownFindings::finding)
                .forEach(entries::add);
        return MarkdownSection.of(
                String.format(Locale.ROOT, "Findings (%,d)", findings.findings().size()), entries);
    }

    private static String finding(Finding finding) {
        String mark = switch (finding.severity()) {
            case ERROR -> "🔴";
            case WARNING -> "🟠";
            case NOTE -> "🔵";
        };
        String title = finding.title().isBlank() ? finding.ruleId() : finding.title();
        String place = finding.file()
                .filter(file -> !file.isBlank())
                .map(file -> Markdown.span(ConsoleText.shortened(file, LONGEST_LINE) + lines(finding)) + " · ")
                .orElse("");
        String suggestion = finding.suggestion()
                .map(text -> "<br>💡 " + Markdown.text(text, LONGEST_TEXT))
                .orElse("");
        return "- " + mark + " **" + Markdown.text(title, LONGEST_LINE) + "**<br>" + place
                + Markdown.span(ConsoleText.shortened(finding.ruleId(), LONGEST_LINE)) + " · confidence: "
                + finding.confidence().name().toLowerCase(Locale.ROOT) + "<br>"
                + Markdown.text(finding.message(), LONGEST_TEXT) + suggestion + "\n";
    }

    private static String lines(Finding finding) {
        return finding.lines()
                .map(lines -> ":" + lines.first() + (lines.last() > lines.first() ? "-" + lines.last() : ""))
                .orElse("");
    }
}
