package dev.codexrunner.report;

import dev.codexrunner.secret.Redactor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the secrets out of a whole report. Walks the tree, so that a field added later is covered without a thought. */
public final class ReportRedaction {

    /** What the agent shapes itself: here keys and numbers can be secrets as well. */
    private static final String FREE_FORM = "structuredOutput";

    private final Redactor redactor;

    public ReportRedaction(Redactor redactor) {
        this.redactor = redactor;
    }

    public RunReport redact(RunReport report) {
        Map<String, Object> tree = new LinkedHashMap<>();
        ReportJson.toTree(report)
                .forEach((name, value) -> tree.put(name, name.equals(FREE_FORM) ? freeForm(value) : texts(value)));
        return ReportJson.fromTree(tree);
    }

    private @Nullable Object texts(@Nullable Object value) {
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Map<?, ?> fields) {
            Map<String, Object> redacted = new LinkedHashMap<>();
            fields.forEach((name, field) -> redacted.put(String.valueOf(name), texts(field)));
            return redacted;
        }
        return value instanceof List<?> list ? list.stream().map(this::texts).toList() : value;
    }

    /** Colours inside a secret, as grep puts them there, would hide it from the redactor and from nobody else. */
    private String text(String text) {
        String redacted = redactor.redact(text);
        String plain = ConsoleText.withoutEscapes(redacted);
        String plainRedacted = redactor.redact(plain);
        return plainRedacted.equals(plain) ? redacted : plainRedacted;
    }

    private @Nullable Object freeForm(@Nullable Object value) {
        if (value instanceof Map<?, ?> fields) {
            Map<String, Object> redacted = new LinkedHashMap<>();
            fields.forEach((name, field) -> redacted.put(redactor.redact(String.valueOf(name)), freeForm(field)));
            return redacted;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::freeForm).toList();
        }
        if (value instanceof Number number) {
            String redacted = redactor.redact(number.toString());
            return redacted.equals(number.toString()) ? number : redacted;
        }
        return value instanceof String text ? text(text) : value;
    }
}
