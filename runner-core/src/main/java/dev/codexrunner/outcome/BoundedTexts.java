package dev.codexrunner.outcome;

import java.util.ArrayList;
import java.util.List;

/** The first texts of a kind, each cut to a length; the rest is counted. */
final class BoundedTexts {

    private final KeptTexts kept;
    private final List<String> texts = new ArrayList<>();
    private long dropped;

    BoundedTexts(KeptTexts kept) {
        this.kept = kept;
    }

    void add(String text) {
        if (texts.size() < kept.limits().itemsPerList()) {
            texts.add(kept.cut(text));
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
