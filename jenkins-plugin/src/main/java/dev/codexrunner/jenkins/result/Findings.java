package dev.codexrunner.jenkins.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a review found, from an output of the form of contract/findings.schema.json. */
public record Findings(String summary, List<Finding> findings) {

    public Findings {
        findings = List.copyOf(findings);
    }

    /**
     * One problem.
     *
     * @param severity error, warning or note
     * @param confidence high, medium or low
     */
    public record Finding(
            String ruleId,
            String severity,
            String confidence,
            Optional<String> file,
            OptionalLong startLine,
            String title,
            String message,
            Optional<String> suggestion) {

        /** {@code file:line}, {@code file}, or nothing. */
        public String place() {
            return file.map(path -> startLine.isPresent() ? path + ":" + startLine.getAsLong() : path)
                    .orElse("");
        }
    }

    /** Empty where the output has another form. */
    static Optional<Findings> of(Object output) {
        if (!(output instanceof Map<?, ?> map)
                || !(map.get("findings") instanceof List<?> list)
                || !(map.get("summary") instanceof String summary)
                || !list.stream().allMatch(Findings::isFinding)) {
            return Optional.empty();
        }
        return Optional.of(new Findings(
                summary, list.stream().map(each -> finding((Map<?, ?>) each)).toList()));
    }

    private static boolean isFinding(@Nullable Object value) {
        return value instanceof Map<?, ?> map
                && map.get("ruleId") instanceof String
                && map.get("severity") instanceof String
                && map.get("title") instanceof String;
    }

    private static Finding finding(Map<?, ?> map) {
        return new Finding(
                text(map, "ruleId").orElse(""),
                text(map, "severity").orElse(""),
                text(map, "confidence").orElse(""),
                text(map, "file"),
                map.get("startLine") instanceof Number line ? OptionalLong.of(line.longValue()) : OptionalLong.empty(),
                text(map, "title").orElse(""),
                text(map, "message").orElse(""),
                text(map, "suggestion"));
    }

    private static Optional<String> text(Map<?, ?> map, String key) {
        return map.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
