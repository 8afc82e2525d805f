package dev.codexrunner.report.findings;

import dev.codexrunner.report.ConsoleText;
import dev.codexrunner.report.ReportFormat;
import dev.codexrunner.report.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * annotations.txt: GitHub's workflow commands for the failure and for findings, one a line. It is a file and never standard
 * output, since the runner can't know whether what prints it may speak to the CI; the action prints it outside of
 * {@code ::stop-commands::}.
 */
public final class AnnotationReport implements ReportFormat {

    /** Of each level, GitHub shows as many of one step. */
    static final int MOST_OF_A_LEVEL = 10;

    /** In characters; GitHub's runner cuts messages at 4,096. */
    private static final int LONGEST_MESSAGE = 4_000;

    private static final int LONGEST_TITLE = 200;

    @Override
    public String fileName() {
        return "annotations.txt";
    }

    @Override
    public boolean appliesTo(RunReport redacted) {
        return failed(redacted)
                || Findings.of(redacted)
                        .filter(findings -> !findings.findings().isEmpty())
                        .isPresent();
    }

    private static boolean failed(RunReport report) {
        return !report.verdict().succeeded();
    }

    @Override
    public String render(RunReport report) {
        List<Finding> findings = Findings.of(report).map(Findings::findings).orElse(List.of());
        StringBuilder lines = new StringBuilder();
        if (failed(report)) {
            lines.append(failure(report.verdict()));
        }
        for (Finding.Severity severity : Finding.Severity.values()) {
            boolean sharesLevel = severity == Finding.Severity.ERROR && failed(report);
            level(
                    lines,
                    findings.stream()
                            .filter(finding -> finding.severity() == severity)
                            .toList(),
                    severity,
                    sharesLevel ? MOST_OF_A_LEVEL - 1 : MOST_OF_A_LEVEL);
        }
        return lines.toString();
    }

    private static String failure(RunReport.VerdictSection verdict) {
        String fix = verdict.fix().isBlank() ? "" : "\nWhat to do: " + verdict.fix();
        return command("error", List.of(property("title", "codex-runner: " + verdict.kind())), verdict.reason() + fix);
    }

    /** The last place goes to a word about the rest, where not all have room. */
    private static void level(StringBuilder lines, List<Finding> findings, Finding.Severity severity, int room) {
        int shown = findings.size() <= room ? findings.size() : room - 1;
        findings.subList(0, shown).forEach(finding -> lines.append(of(finding)));
        if (shown < findings.size()) {
            lines.append(command(
                    name(severity),
                    List.of(property("title", "codex-runner: more findings")),
                    (findings.size() - shown) + " more of this level are not shown here: GitHub shows "
                            + MOST_OF_A_LEVEL + " of a step. report.json has all."));
        }
    }

    private static String of(Finding finding) {
        FindingPlace place = FindingPlace.of(finding.file());
        List<String> properties = new ArrayList<>();
        if (place instanceof FindingPlace.InRepository file) {
            properties.add(property("file", file.path()));
            finding.lines().ifPresent(lines -> {
                properties.add(property("line", String.valueOf(lines.first())));
                properties.add(property("endLine", String.valueOf(lines.last())));
            });
        }
        String title = finding.title().isBlank() ? finding.ruleId() : finding.title();
        properties.add(property("title", title));
        String suggestion = finding.suggestion()
                .map(text -> "\n\nSuggestion: " + text.strip())
                .orElse("");
        String message = finding.message().isBlank() ? title : finding.message().strip();
        return command(
                name(finding.severity()), properties, where(place, finding).orElse("") + message + suggestion);
    }

    /** What no annotation can stand at is named in its text. */
    private static Optional<String> where(FindingPlace place, Finding finding) {
        return place instanceof FindingPlace.InRepository
                ? Optional.empty()
                : finding.file()
                        .filter(file -> !file.isBlank())
                        .map(file -> ConsoleText.shortened(
                                        file.replaceAll("\\s+", " ").strip(), LONGEST_TITLE) + ": ");
    }

    private static String name(Finding.Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }

    private static String command(String name, List<String> properties, String message) {
        String text = ConsoleText.shortened(ConsoleText.neutralised(message), LONGEST_MESSAGE);
        return "::" + name + " " + String.join(",", properties) + "::" + escapedData(text) + "\n";
    }

    private static String property(String name, String value) {
        String line = ConsoleText.onOneLine(ConsoleText.neutralised(value), " ").strip();
        int longest = name.equals("file") ? Integer.MAX_VALUE : LONGEST_TITLE;
        return name + "="
                + escapedData(ConsoleText.shortened(line, longest))
                        .replace(":", "%3A")
                        .replace(",", "%2C");
    }

    private static String escapedData(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
