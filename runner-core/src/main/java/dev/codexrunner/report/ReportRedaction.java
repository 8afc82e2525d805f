package dev.codexrunner.report;

import dev.codexrunner.secret.Redactor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Takes the secrets out of a whole report. Walks its records, so that a field added later is covered without a thought.
 * What holds no secret stays the same object: a report may fill a good part of the memory.
 */
public final class ReportRedaction {

    /** Ever less of what keeps a secret's characters apart for the redactor, and for nobody who reads a report. */
    private static final List<UnaryOperator<String>> AS_SEEN = List.of(
            ConsoleText::withoutEscapes,
            ConsoleText::neutralised,
            ConsoleText::bare,
            text -> ConsoleText.bare(AgentMarkdown.seen(text)),
            text -> AgentMarkdown.withoutMarks(ConsoleText.bare(text)),
            text -> AgentMarkdown.unescaped(AgentMarkdown.withoutMarks(ConsoleText.bare(text))));

    private final Redactor redactor;
    private final RecordWalk walk = new RecordWalk(this::text, this::freeForm);

    public ReportRedaction(Redactor redactor) {
        this.redactor = redactor;
    }

    /** A report, or a part of one. */
    public <T extends Record> T redact(T report) {
        return walk.over(report);
    }

    /** The text as it is, unless a secret shows without what nobody sees, as the colours that grep puts into words. */
    private String text(String text) {
        String result = redacted(text);
        for (UnaryOperator<String> form : AS_SEEN) {
            String plain = form.apply(result);
            String redacted = plain.equals(result) ? plain : redacted(plain);
            result = redacted.equals(plain) ? result : redacted;
        }
        return result;
    }

    private String redacted(String text) {
        String redacted = redactor.redact(text);
        return redacted.equals(text) ? text : redacted;
    }

    /** What the agent shapes itself: here keys and numbers can be secrets as well. */
    private @Nullable Object freeForm(@Nullable Object value) {
        if (value instanceof Map<?, ?> fields) {
            Map<String, @Nullable Object> redacted = new LinkedHashMap<>();
            fields.forEach((name, field) -> redacted.put(text(String.valueOf(name)), freeForm(field)));
            return redacted;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::freeForm).toList();
        }
        if (value instanceof Number number) {
            String digits = number.toString();
            String redacted = redactor.redact(digits);
            return redacted.equals(digits) ? number : redacted;
        }
        return value instanceof String text ? text(text) : value;
    }
}
