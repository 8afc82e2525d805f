package dev.codexrunner.outcome;

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
        String redacted = texts.redacted(text);
        String kept = KeptTexts.cut(redacted, texts.limits().textChars());
        String fitting = kept.length() > room
                ? KeptTexts.cut(redacted, Math.min(SHORT, texts.limits().textChars()))
                : kept;
        room = Math.max(0, room - fitting.length());
        return fitting;
    }
}
