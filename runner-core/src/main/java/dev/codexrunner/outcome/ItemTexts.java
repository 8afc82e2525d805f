package dev.codexrunner.outcome;

import dev.codexrunner.events.Excerpt;

/**
 * Commands, arguments and queries of many items: long ones while there is room, short ones beyond it, so that thousands
 * of items are kept rather than the first few.
 */
final class ItemTexts {

    private static final int SHORT = 100;

    /** Of the room for outputs. */
    private static final int PART = 2;

    private final KeptTexts texts;
    private long room;

    ItemTexts(KeptTexts texts) {
        this.texts = texts;
        this.room = texts.limits().totalOutputChars() / PART;
    }

    String cut(String text) {
        String kept = texts.cut(text);
        String fitting = kept.length() > room ? Excerpt.head(kept, SHORT) : kept;
        room = Math.max(0, room - fitting.length());
        return fitting;
    }
}
