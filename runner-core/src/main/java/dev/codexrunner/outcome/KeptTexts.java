package dev.codexrunner.outcome;

import dev.codexrunner.events.Excerpt;
import dev.codexrunner.outcome.Transcript.FinalMessage;
import java.util.function.UnaryOperator;

/** Redacts, then cuts: the other way round a secret across the cut would leave its first half in the clear. */
record KeptTexts(TranscriptLimits limits, UnaryOperator<String> redact) {

    String cut(String text) {
        return Excerpt.head(redact.apply(text), limits.textChars());
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
