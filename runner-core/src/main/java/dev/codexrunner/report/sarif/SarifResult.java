package dev.codexrunner.report.sarif;

import dev.codexrunner.report.findings.Finding;
import dev.codexrunner.report.findings.FindingPlace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One finding at a file of the repository. */
final class SarifResult {

    /** Name under which the repository's root is known in the file. */
    static final String ROOT = "SRCROOT";

    private static final int LONGEST_REPLACEMENT = 1_000_000;

    private static final String NO_FIX =
            "\n\nThe replacement is left out here: it holds characters that can't be seen. See report.json.";

    private SarifResult() {}

    static Map<String, Object> of(Finding finding, SarifRules rules, SarifFingerprints fingerprints) {
        FindingPlace.InRepository place = (FindingPlace.InRepository) FindingPlace.of(finding.file());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", SarifRules.id(finding));
        result.put("ruleIndex", rules.index(finding));
        result.put("level", level(finding.severity()));
        boolean hiding = finding.lines().isPresent()
                && finding.replacement().filter(SarifText::hidesSomething).isPresent();
        result.put("message", Map.of("text", message(finding) + (hiding ? NO_FIX : "")));
        result.put("locations", List.of(Map.of("physicalLocation", physicalLocation(place, finding.lines()))));
        result.put("partialFingerprints", fingerprints.of(finding, place.path()));
        fix(finding, place).ifPresent(fix -> result.put("fixes", List.of(fix)));
        result.put("properties", properties(finding));
        return result;
    }

    /** The levels' names are the severities'. */
    static String level(Finding.Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** With the suggestion: not every viewer shows fixes. */
    static String message(Finding finding) {
        String suggestion = finding.suggestion()
                .map(text -> "\n\nSuggestion: " + text.strip())
                .orElse("");
        String text = finding.text() + suggestion;
        return SarifText.plain(SarifText.isBlank(text) ? "The agent gave no text." : text);
    }

    static Map<String, Object> properties(Finding finding) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("confidence", finding.confidence().name().toLowerCase(Locale.ROOT));
        properties.put("title", SarifText.shown(finding.title(), SarifText.LONGEST_TITLE));
        return properties;
    }

    private static Map<String, Object> physicalLocation(
            FindingPlace.InRepository place, Optional<Finding.Lines> lines) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("artifactLocation", artifact(place));
        lines.ifPresent(range -> location.put("region", region(range)));
        return location;
    }

    private static Map<String, Object> artifact(FindingPlace.InRepository place) {
        Map<String, Object> artifact = new LinkedHashMap<>();
        artifact.put("uri", place.uri());
        artifact.put("uriBaseId", ROOT);
        return artifact;
    }

    private static Map<String, Object> region(Finding.Lines lines) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", lines.first());
        region.put("endLine", lines.last());
        return region;
    }

    /**
     * A fix is exact: without lines, or cut, it would put something wrong into a file. One that hides something is none
     * either, since a viewer's button would apply what nobody has seen.
     */
    private static Optional<Map<String, Object>> fix(Finding finding, FindingPlace.InRepository place) {
        return finding.lines()
                .flatMap(lines -> finding.replacement()
                        .filter(text -> text.length() <= LONGEST_REPLACEMENT)
                        .filter(text -> !SarifText.hidesSomething(text))
                        .map(text -> fix(finding, place, lines, text)));
    }

    private static Map<String, Object> fix(
            Finding finding, FindingPlace.InRepository place, Finding.Lines lines, String text) {
        // From the first column of the first line to that of the line after the last: whole lines, their ends included.
        Map<String, Object> deleted = new LinkedHashMap<>();
        deleted.put("startLine", lines.first());
        deleted.put("startColumn", 1);
        deleted.put("endLine", lines.last() + 1);
        deleted.put("endColumn", 1);
        String inserted = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
        Map<String, Object> replacement = new LinkedHashMap<>();
        replacement.put("deletedRegion", deleted);
        replacement.put("insertedContent", Map.of("text", inserted));
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("artifactLocation", artifact(place));
        change.put("replacements", List.of(replacement));
        Map<String, Object> fix = new LinkedHashMap<>();
        fix.put(
                "description",
                Map.of("text", SarifText.plain(finding.suggestion().orElse("Replace these lines."))));
        fix.put("artifactChanges", List.of(change));
        return fix;
    }
}
