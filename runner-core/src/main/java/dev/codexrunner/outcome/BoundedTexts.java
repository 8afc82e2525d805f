package dev.codexrunner.outcome;

import dev.codexrunner.events.Excerpt;
import java.util.ArrayList;
import java.util.List;

/** The first texts of a kind, each cut to a length; the rest is counted. */
final class BoundedTexts {

    private final TranscriptLimits limits;
    private final List<String> texts = new ArrayList<>();
    private long dropped;

    BoundedTexts(TranscriptLimits limits) {
        this.limits = limits;
    }

    void add(String text) {
        if (texts.size() < limits.itemsPerList()) {
            texts.add(Excerpt.head(text, limits.textChars()));
        } else {
            dropped++;
        }
    }

    List<String> values() {
        return List.copyOf(texts);
    }

    long dropped() {
        return dropped;
    }
}
