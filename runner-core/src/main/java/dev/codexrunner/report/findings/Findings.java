package dev.codexrunner.report.findings;

import dev.codexrunner.report.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a review found.
 *
 * @param summary in the agent's words
 * @param findings in the agent's order
 */
public record Findings(String summary, List<Finding> findings) {

    public Findings {
        findings = List.copyOf(findings);
    }

    /**
     * The findings of a run; empty where its output has another form. A schema of one's own may add fields: what counts is
     * that those of {@code contract/findings.schema.json} are there.
     */
    public static Optional<Findings> of(RunReport report) {
        return report.structuredOutput().flatMap(Findings::read);
    }

    private static Optional<Findings> read(Object output) {
        if (!(output instanceof Map<?, ?> fields)
                || !(fields.get("summary") instanceof String summary)
                || !(fields.get("findings") instanceof List<?> entries)) {
            return Optional.empty();
        }
        List<Finding> findings = new ArrayList<>();
        for (Object entry : entries) {
            Optional<Finding> finding = finding(entry);
            if (finding.isEmpty()) {
                return Optional.empty();
            }
            findings.add(finding.get());
        }
        return Optional.of(new Findings(summary, findings));
    }

    private static Optional<Finding> finding(@Nullable Object entry) {
        if (!(entry instanceof Map<?, ?> fields)
                || !(fields.get("ruleId") instanceof String ruleId)
                || !(fields.get("title") instanceof String title)
                || !(fields.get("message") instanceof String message)
                || !List.of("file", "startLine", "endLine", "suggestion", "replacement").stream()
                        .allMatch(fields::containsKey)) {
            return Optional.empty();
        }
        Optional<Finding.Severity> severity = constant(Finding.Severity.class, fields.get("severity"));
        Optional<Finding.Confidence> confidence = constant(Finding.Confidence.class, fields.get("confidence"));
        if (severity.isEmpty() || confidence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                ruleId.isBlank() ? "finding" : ruleId.strip(),
                severity.get(),
                confidence.get(),
                text(fields.get("file")),
                lines(fields.get("startLine"), fields.get("endLine")),
                title,
                message,
                text(fields.get("suggestion")).filter(suggestion -> !suggestion.isBlank()),
                text(fields.get("replacement"))));
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, @Nullable Object value) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** A line that can't be one is no line; a last one before the first is none either. */
    private static Optional<Finding.Lines> lines(@Nullable Object first, @Nullable Object last) {
        return line(first)
                .map(start -> new Finding.Lines(
                        start, line(last).filter(end -> end >= start).orElse(start)));
    }

    private static Optional<Integer> line(@Nullable Object value) {
        return value instanceof Number number && number.doubleValue() == number.intValue() && number.intValue() >= 1
                ? Optional.of(number.intValue())
                : Optional.empty();
    }
}
