package dev.codexrunner.jenkins.page;

import dev.codexrunner.secret.InvisibleCharacters;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text that others wrote, so that nothing in it hides from a reader or misleads one: what is invisible, moves the cursor or
 * turns the direction of writing stands there by its name. Markup is left to the page, which escapes it.
 */
final class ShownText {

    /** Colours of test runners and of grep: the one sort of escape sequence that a reader doesn't miss. */
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;:]*[mK]");

    private static final String[] CONTROLS = {
        "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR", "SO", "SI",
        "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US"
    };

    private static final int DELETE = 0x7F;
    private static final int JOINER = 0x200D;
    private static final int EMOJI_STYLE = 0xFE0F;

    private ShownText() {}

    static String of(String text) {
        String plain = COLOUR.matcher(text).replaceAll("");
        StringBuilder shown = new StringBuilder(plain.length());
        int before = 0;
        for (int i = 0; i < plain.length(); ) {
            int c = plain.codePointAt(i);
            i += Character.charCount(c);
            boolean endsLine = c == '\r' && i < plain.length() && plain.charAt(i) == '\n';
            if (c == '\n' || c == '\t' || belongsToPicture(before, c)) {
                shown.appendCodePoint(c);
            } else if (!endsLine) {
                append(c, shown);
            }
            before = c;
        }
        return shown.toString();
    }

    /** In one line, of at most that many characters. */
    static String line(String text, int most) {
        String lines = of(text.length() > 2 * most ? text.substring(0, 2 * most) : text)
                .strip();
        StringBuilder line = new StringBuilder(lines.length());
        for (int i = 0; i < lines.length(); ) {
            int blanks = i;
            boolean ends = false;
            while (i < lines.length() && isBlank(lines.charAt(i))) {
                ends |= lines.charAt(i) == '\n';
                i++;
            }
            if (ends) {
                line.append(" \u23CE ");
            } else {
                line.append(" ".repeat(i - blanks));
            }
            if (i < lines.length()) {
                line.append(lines.charAt(i++));
            }
        }
        return shortened(line.toString(), most);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n';
    }

    /**
     * For where Jenkins' own scripts may take a text for HTML, as those for breadcrumbs and tooltips do: of letters, digits and
     * a few signs.
     */
    static String name(String text, int most) {
        return line(text, most).replaceAll("[^\\p{L}\\p{N} ._:/#()+,\u2026-]", "_");
    }

    /** As it is, of at most that many characters. */
    static String cut(String text, int most) {
        return shortened(of(text.length() > 2 * most ? text.substring(0, 2 * most) : text), most);
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, whole(text, most - 1)) + "\u2026";
    }

    /** No half of a character at the cut. */
    static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
    }

    private static void append(int c, StringBuilder shown) {
        if (c < 0x20) {
            shown.append('\u27E8').append(CONTROLS[c]).append('\u27E9');
        } else if (c == DELETE) {
            shown.append("\u27E8DEL\u27E9");
        } else if (isNoCharacter(c)) {
            shown.append('\uFFFD');
        } else if (isHidden(c)) {
            shown.append(String.format(Locale.ROOT, "\u27E8U+%04X\u27E9", c));
        } else {
            shown.appendCodePoint(c);
        }
    }

    private static boolean belongsToPicture(int before, int c) {
        return switch (c) {
            case JOINER -> isPicture(before) || before == EMOJI_STYLE;
            case EMOJI_STYLE -> isPicture(before);
            default -> false;
        };
    }

    private static boolean isPicture(int c) {
        return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2300 && c <= 0x27BF);
    }

    private static boolean isNoCharacter(int c) {
        return (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) || (c & 0xFFFE) == 0xFFFE;
    }

    private static boolean isHidden(int c) {
        int type = Character.getType(c);
        return InvisibleCharacters.contains(c)
                || type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
