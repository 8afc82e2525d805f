package dev.codexrunner.outcome;

import java.util.ArrayList;
import java.util.List;

/** The first texts of a kind, each cut to a length; the rest is counted. */
final class BoundedTexts {

    /** Each may be long. */
    private static final int MOST = 1_000;

    private final KeptTexts kept;
    private final ItemTexts cut;
    private final List<String> texts = new ArrayList<>();
    private long dropped;

    BoundedTexts(KeptTexts kept) {
        this.kept = kept;
        this.cut = new ItemTexts(kept);
    }

    void add(String text) {
        if (texts.size() < Math.min(MOST, kept.limits().itemsPerList())) {
            texts.add(cut.cut(text));
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
