package dev.codexrunner.report;

import dev.codexrunner.secret.InvisibleCharacters;
import dev.codexrunner.secret.Redactor;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text of the agent, made harmless for a CI console: it can't give commands to the CI, move the cursor, hide or reorder
 * what is shown; and it holds no secrets. Everything readable stays readable.
 */
public final class ConsoleText {

    /** A Jenkins console note carries a serialized object. */
    private static final Pattern CONSOLE_NOTE = Pattern.compile("\u001B\\[8mha:[^\\s\u001B]*(\u001B\\[0?m)?");

    private static final Pattern OSC = Pattern.compile("(?:\u001B[\\]PX^_]|[\u009D\u0090\u0098\u009E\u009F])"
            + "[^\u0007\u001B\u009C\n]*+(?:\u0007|\u001B\\\\|\u009C)?");
    private static final Pattern CSI = Pattern.compile("(?:\u001B\\[|\u009B)[0-?]*+[ -/]*+[@-~]?");
    private static final Pattern OTHER_ESCAPE = Pattern.compile("\u001B[ -/]*+[0-~]?");

    private static final Pattern LINE_BREAK = Pattern.compile("\r\n?");
    private static final Pattern ODD_BREAK = Pattern.compile("[\u000B\f\u0085\u2028\u2029]");

    /** What is left of the control characters, what turns the direction of writing, and tags that spell out a text which nobody sees. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cc}&&[^\n\t]]|[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB\\x{E0000}-\\x{E0FFF}]");

    /**
     * {@code ::add-mask::} and the like count at the start of a line only, behind any sort of blank. Never across lines: each
     * of a million empty ones would be looked at from each before it.
     */
    private static final Pattern WORKFLOW_COMMAND = Pattern.compile("(?m)^([\t\\p{Z}\\p{Cf}]*+)::");

    /** {@code ##[group]}, {@code ##vso[...]}, {@code ##teamcity[...]} count anywhere in a line. */
    private static final Pattern LOGGING_COMMAND = Pattern.compile("##(?=[\\w-]{0,32}\\[)");

    private static final Pattern BLANKS = Pattern.compile("\\s++");

    private final Redactor redactor;

    public ConsoleText(Redactor redactor) {
        this.redactor = redactor;
    }

    /** Text of any number of lines. */
    public String block(String text) {
        // Again: what is taken out may have stood between two halves of a secret.
        String shown = redactor.redact(neutralised(redactor.redact(text)));
        String bare = bare(shown);
        String redacted = bare.equals(shown) ? bare : redactor.redact(bare);
        return redacted.equals(bare) ? shown : neutralised(redacted);
    }

    /** Text on one line, shortened in its middle to at most {@code longest} characters. */
    public String line(String text, int longest) {
        return shortened(onOneLine(block(text).strip(), " ⏎ ").replace('\t', ' '), longest);
    }

    /** The text with {@code joint} in the place of each line break, and of the blanks around it. */
    public static String onOneLine(String text, String joint) {
        // Whole runs of blanks: a pattern with the break within tries every blank anew.
        return BLANKS.matcher(text).replaceAll(blanks -> blanks.group().indexOf('\n') < 0 ? blanks.group() : joint);
    }

    /** A name with what nobody sees of it spelled out: two that differ must not look alike. */
    static String named(String name) {
        StringBuilder shown = new StringBuilder(name.length());
        name.codePoints().forEach(c -> {
            if (InvisibleCharacters.contains(c)) {
                shown.append(String.format(Locale.ROOT, "\u27E8U+%04X\u27E9", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    /** Without the sequences that colour, move or hide on a terminal. */
    static String withoutEscapes(String text) {
        String plain = CONSOLE_NOTE.matcher(text).replaceAll("");
        plain = OSC.matcher(plain).replaceAll("");
        plain = CSI.matcher(plain).replaceAll("");
        return OTHER_ESCAPE.matcher(plain).replaceAll("");
    }

    /** Harmless, but not redacted. */
    public static String neutralised(String text) {
        String plain = withoutEscapes(text);
        plain = LINE_BREAK.matcher(plain).replaceAll("\n");
        plain = ODD_BREAK.matcher(plain).replaceAll(" ");
        plain = INVISIBLE.matcher(plain).replaceAll("");
        plain = WORKFLOW_COMMAND.matcher(plain).replaceAll("$1: :");
        return LOGGING_COMMAND.matcher(plain).replaceAll("# #");
    }

    /** With nothing in it that a reader doesn't see: a word that looks like a secret then is one. */
    static String bare(String text) {
        return neutralised(text)
                .codePoints()
                .filter(c -> c == '\n' || c == '\t' || !InvisibleCharacters.contains(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The text with its middle left out where it is longer; never cuts a character in half. */
    public static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int tail = longest / 4;
        int head = longest - tail - 3;
        int headEnd = Character.isHighSurrogate(text.charAt(head - 1)) ? head - 1 : head;
        int from = text.length() - tail;
        int tailStart = Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
        return text.substring(0, headEnd) + " … " + text.substring(tailStart);
    }
}
