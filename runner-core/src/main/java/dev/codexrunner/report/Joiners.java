package dev.codexrunner.report;

/**
 * Whether an invisible character does what it is for: the joiners and the style within an emoji, the joiners within the
 * words of scripts that know them. Anywhere else, as in code, such a character hides a difference. The tags of some flags
 * never pass: whole texts can be hidden in them.
 */
public final class Joiners {

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int TEXT_STYLE = 0xFE0E;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int KEYCAP = 0x20E3;

    private Joiners() {}

    /**
     * @param before the character before it, 0 where there is none that is seen
     * @param next the one behind it, 0 at the end
     */
    public static boolean inEmoji(int before, int c, int next) {
        return switch (c) {
            case JOINER -> (isPicture(before) || before == EMOJI_STYLE) && isPicture(next);
            case TEXT_STYLE, EMOJI_STYLE -> isPicture(before) || (isKey(before) && next == KEYCAP);
            default -> false;
        };
    }

    /** Parameters as of {@link #inEmoji}. */
    public static boolean inWord(int before, int c, int next) {
        return (c == JOINER || c == NON_JOINER) && isOfJoiningScript(before) && isOfJoiningScript(next);
    }

    private static boolean isKey(int c) {
        return (c >= '0' && c <= '9') || c == '#' || c == '*';
    }

    /** What has, or may get, an emoji's look: Unicode's blocks of pictures, and a few signs elsewhere. */
    private static boolean isPicture(int c) {
        return (c >= 0x1F000 && c <= 0x1FAFF)
                || (c >= 0x2194 && c <= 0x21AA)
                || (c >= 0x2300 && c <= 0x23FF)
                || (c >= 0x25A0 && c <= 0x27BF)
                || (c >= 0x2934 && c <= 0x2935)
                || (c >= 0x2B00 && c <= 0x2BFF)
                || "\u00A9\u00AE\u203C\u2049\u2122\u2139\u24C2\u3030\u303D\u3297\u3299".indexOf(c) >= 0;
    }

    /** Arabic and its kin, the scripts of India and beyond, Khmer and Mongolian. */
    private static boolean isOfJoiningScript(int c) {
        boolean joining = (c >= 0x0600 && c <= 0x109F)
                || (c >= 0x1780 && c <= 0x18AF)
                || (c >= 0xFB50 && c <= 0xFDFF)
                || (c >= 0xFE70 && c <= 0xFEFC);
        return joining && (Character.isLetter(c) || isMark(c));
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
