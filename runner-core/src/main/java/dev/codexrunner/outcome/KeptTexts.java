package dev.codexrunner.outcome;

import dev.codexrunner.events.Excerpt;
import dev.codexrunner.outcome.Transcript.FinalMessage;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Redacts, then cuts: the other way round a secret across the cut would leave its first half in the clear. */
record KeptTexts(TranscriptLimits limits, UnaryOperator<String> redact) {

    String cut(String text) {
        return cut(redacted(text), limits.textChars());
    }

    String redacted(String text) {
        return redact.apply(text);
    }

    /**
     * Both ends of a text, and on the same line how much lies between: what a command does may stand at its end.
     *
     * @param redacted is without secrets
     */
    static String cut(String redacted, int maxChars) {
        if (redacted.length() <= maxChars) {
            return redacted;
        }
        String tail = Excerpt.tail(redacted, maxChars / 2);
        String head = Excerpt.head(redacted, maxChars - maxChars / 2);
        int left = redacted.length() - head.length() - tail.length();
        return head + String.format(Locale.ROOT, " [... cut: %,d characters, see events.jsonl ...] ", left) + tail;
    }

    String headAndTail(String text, int maxChars) {
        return maxChars <= 0 ? "" : Excerpt.headAndTail(redact.apply(text), maxChars);
    }

    /** Raw where it is whole: schema checks judge what the agent really said. */
    FinalMessage finalMessage(String text) {
        return text.length() <= limits.finalMessageChars()
                ? new FinalMessage(text, text.length())
                : new FinalMessage(Excerpt.head(redact.apply(text), limits.finalMessageChars()), text.length());
    }
}
