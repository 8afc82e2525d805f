package dev.codexrunner.report.html;

import dev.codexrunner.report.Joiners;
import dev.codexrunner.secret.InvisibleCharacters;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text that others wrote, as HTML that shows it and does nothing else: markup is escaped, and what is invisible, moves the
 * cursor or turns the direction of writing is shown by its name in its place.
 */
public final class VisibleText {

    /** Colours of test runners and of grep: the one sort of escape sequence that a reader doesn't miss. */
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;:]*[mK]");

    /** Unicode has pictures of these, which many fonts lack. */
    private static final List<String> CONTROLS = List.of(
            "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR", "SO", "SI",
            "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US");

    private static final int DELETE = 0x7F;

    private VisibleText() {}

    /** For the content of an element, and for an attribute in quotes of either sort. */
    public static String escape(String text) {
        int length = text.length();
        StringBuilder html = new StringBuilder(length + length / 8);
        int before = 0;
        for (int i = 0; i < length; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            int next = i < length ? text.codePointAt(i) : 0;
            if (Joiners.inEmoji(before, c, next) || Joiners.inWord(before, c, next)) {
                html.appendCodePoint(c);
                before = c;
            } else if (c != '\r' || next != '\n') {
                append(c, html);
                before = InvisibleCharacters.contains(c) ? 0 : c;
            }
        }
        return html.toString();
    }

    /** Without colours. */
    static String plain(String text) {
        return COLOUR.matcher(text).replaceAll("");
    }

    private static void append(int c, StringBuilder html) {
        switch (c) {
            case '&' -> html.append("&amp;");
            case '<' -> html.append("&lt;");
            case '>' -> html.append("&gt;");
            case '"' -> html.append("&quot;");
            case '\'' -> html.append("&#39;");
            case '`' -> html.append("&#96;");
            case '\n', '\t' -> html.append((char) c);
            default -> appendVisible(c, html);
        }
    }

    private static void appendVisible(int c, StringBuilder html) {
        if (c < 0x20) {
            html.append('\u27E8').append(CONTROLS.get(c)).append('\u27E9');
        } else if (c == DELETE) {
            html.append("\u27E8DEL\u27E9");
        } else if (isNoCharacter(c)) {
            html.append('\uFFFD');
        } else if (isHidden(c)) {
            html.append(String.format(Locale.ROOT, "\u27E8U+%04X\u27E9", c));
        } else {
            html.appendCodePoint(c);
        }
    }

    private static boolean isNoCharacter(int c) {
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return half || (c & 0xFFFE) == 0xFFFE;
    }

    private static boolean isHidden(int c) {
        int type = Character.getType(c);
        return InvisibleCharacters.contains(c)
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
