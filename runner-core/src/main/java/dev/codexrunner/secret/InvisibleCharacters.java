package dev.codexrunner.secret;

/**
 * Characters beyond ASCII that take no room or show as a blank: what Unicode calls default-ignorable (Java doesn't know
 * this property), all format and control characters, and the blank of Braille.
 */
public final class InvisibleCharacters {

    private static final int BRAILLE_BLANK = 0x2800;

    private InvisibleCharacters() {}

    /** @param code a code point; ASCII's control characters, line breaks among them, count too */
    public static boolean contains(int code) {
        int type = Character.getType(code);
        return type == Character.FORMAT
                || type == Character.CONTROL
                || code == BRAILLE_BLANK
                || (code >= 0x34f && isIgnorable(code));
    }

    /** Those that are neither format nor control characters. */
    private static boolean isIgnorable(int code) {
        return code == 0x34f // joins graphemes
                || code == 0x115f // Hangul's fillers
                || code == 0x1160
                || code == 0x3164
                || code == 0xffa0
                || code == 0x17b4 // Khmer's inherent vowels
                || code == 0x17b5
                || (code >= 0x180b && code <= 0x180f) // Mongolian
                || (code >= 0x2060 && code <= 0x206f)
                || (code >= 0xfe00 && code <= 0xfe0f) // variation selectors
                || (code >= 0xfff0 && code <= 0xfff8)
                || (code >= 0xe0000 && code <= 0xe0fff); // tags, and more variation selectors
    }
}
