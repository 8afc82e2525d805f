package dev.codexrunner.report.sarif;

import dev.codexrunner.report.ConsoleText;
import dev.codexrunner.report.Joiners;
import dev.codexrunner.secret.InvisibleCharacters;
import java.util.regex.Pattern;

/** The agent's words as SARIF messages, in which {@code [text](target)} is a link and <code>{0}</code> a placeholder. */
final class SarifText {

    /** GitHub cuts titles and descriptions of rules here. */
    static final int LONGEST_TITLE = 1_024;

    private static final int LONGEST = 32_768;
    private static final Pattern MEANS_MORE = Pattern.compile("[\\[\\]\\\\]");

    /** Controls but for tabs and line ends, formats, and what Unicode or fonts leave blank. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\t\n\r]]"
            + "|[\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]"
            + "|[\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{2800}\\x{3164}\\x{FE00}-\\x{FE0F}]"
            + "|[\\x{FFA0}\\x{FFF0}-\\x{FFF8}\\x{E0000}-\\x{E0FFF}]");

    private SarifText() {}

    /** Whether it holds what a person who reviews it doesn't see. */
    static boolean hidesSomething(String text) {
        return UNSEEN.matcher(text).results().anyMatch(unseen -> !isOfEmoji(text, unseen.start(), unseen.end()));
    }

    /** Whether there is nothing in it that a person sees. */
    static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(
                        c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || InvisibleCharacters.contains(c));
    }

    private static boolean isOfEmoji(String text, int start, int end) {
        int before = start == 0 ? 0 : text.codePointBefore(start);
        int next = end == text.length() ? 0 : text.codePointAt(end);
        return Joiners.inEmoji(before, text.codePointAt(start), next);
    }

    static String plain(String text) {
        return escaped(shown(text, LONGEST));
    }

    static String title(String text) {
        String line = text.replaceAll("\\s+", " ");
        String title = escaped(shown(line, LONGEST_TITLE));
        // Cut before it is escaped, so that no pair is torn; at worst every character is one.
        return title.length() <= LONGEST_TITLE ? title : escaped(shown(line, LONGEST_TITLE / 2));
    }

    /** All of them, as SARIF 2.1.0 asks in 3.11.5 and 3.11.6: a rule for some can be led astray by the others. */
    private static String escaped(String text) {
        return MEANS_MORE.matcher(text).replaceAll("\\\\$0").replace("{", "{{").replace("}", "}}");
    }

    /** As it is, but for what turns the direction of writing or can't be seen, and bounded. */
    static String shown(String text, int longest) {
        return ConsoleText.shortened(ConsoleText.neutralised(text).strip(), longest);
    }
}
