package dev.codexrunner.report;

import dev.codexrunner.secret.Redactor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Takes the secrets out of a whole report. Walks the tree, so that a field added later is covered without a thought. */
public final class ReportRedaction {

    /** What the agent shapes itself: here keys and numbers can be secrets as well. */
    private static final String FREE_FORM = "structuredOutput";

    /** Ever less of what keeps a secret's characters apart for the redactor, and for nobody who reads a report. */
    private static final List<UnaryOperator<String>> AS_SEEN = List.of(
            ConsoleText::withoutEscapes, ConsoleText::neutralised, ConsoleText::bare, AgentMarkdown::withoutMarks);

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

    /** The text as it is, unless a secret shows without what nobody sees, as the colours that grep puts into words. */
    private String text(String text) {
        String result = redactor.redact(text);
        for (UnaryOperator<String> form : AS_SEEN) {
            String plain = form.apply(result);
            String redacted = plain.equals(result) ? plain : redactor.redact(plain);
            result = redacted.equals(plain) ? result : redacted;
        }
        return result;
    }

    private @Nullable Object freeForm(@Nullable Object value) {
        if (value instanceof Map<?, ?> fields) {
            Map<String, Object> redacted = new LinkedHashMap<>();
            fields.forEach((name, field) -> redacted.put(text(String.valueOf(name)), freeForm(field)));
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
