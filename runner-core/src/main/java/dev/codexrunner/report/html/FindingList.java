package dev.codexrunner.report.html;

import dev.codexrunner.failure.WireName;
import dev.codexrunner.report.RunReport;
import dev.codexrunner.report.findings.Finding;
import dev.codexrunner.report.findings.Findings;
import java.util.Comparator;
import java.util.Optional;

/** What a review found, the gravest first. */
final class FindingList {

    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_LINE = 300;
    private static final int SHOWN = 500;

    private FindingList() {}

    /** Empty where the answer is no review. */
    static Optional<Page.FindingSection> of(RunReport report) {
        return Findings.of(report).map(FindingList::section);
    }

    private static Page.FindingSection section(Findings found) {
        int all = found.findings().size();
        return new Page.FindingSection(
                "Findings (" + Figures.number(all) + ")",
                PageText.shortened(found.summary(), LONGEST_TEXT),
                all > SHOWN
                        ? Optional.of("The gravest " + SHOWN + " are listed; report.json has all.")
                        : Optional.empty(),
                found.findings().stream()
                        .sorted(Comparator.comparing(Finding::severity))
                        .limit(SHOWN)
                        .map(FindingList::entry)
                        .toList());
    }

    private static Page.FindingEntry entry(Finding finding) {
        String title = finding.title().isBlank() ? finding.ruleId() : finding.title();
        return new Page.FindingEntry(
                WireName.of(finding.severity()),
                PageText.title(title, LONGEST_LINE),
                finding.file()
                        .filter(file -> !file.isBlank())
                        .map(file -> PageText.title(file, LONGEST_LINE) + lines(finding))
                        .orElse(""),
                PageText.title(finding.ruleId(), LONGEST_LINE),
                WireName.of(finding.confidence()),
                finding.message().strip().equals(title.strip())
                        ? ""
                        : PageText.shortened(finding.message(), LONGEST_TEXT),
                finding.suggestion()
                        .map(text -> PageText.shortened(text, LONGEST_TEXT))
                        .orElse(""));
    }

    private static String lines(Finding finding) {
        return finding.lines()
                .map(lines -> ":" + lines.first() + (lines.last() > lines.first() ? "-" + lines.last() : ""))
                .orElse("");
    }
}
