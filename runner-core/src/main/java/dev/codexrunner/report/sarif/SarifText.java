package dev.codexrunner.report.sarif;

import dev.codexrunner.report.ConsoleText;
import java.util.regex.Pattern;

/** The agent's words as SARIF messages, in which {@code [text](target)} would be a link. */
final class SarifText {

    /** GitHub cuts titles and descriptions of rules here. */
    static final int LONGEST_TITLE = 1_024;

    private static final int LONGEST = 32_768;
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*)](?=\\()");

    private SarifText() {}

    static String plain(String text) {
        return LINK.matcher(shown(text, LONGEST)).replaceAll("\\\\[$1\\\\]");
    }

    static String title(String text) {
        return LINK.matcher(shown(text.replaceAll("\\s+", " "), LONGEST_TITLE)).replaceAll("\\\\[$1\\\\]");
    }

    /** As it is, but for what turns the direction of writing or can't be seen, and bounded. */
    static String shown(String text, int longest) {
        return ConsoleText.shortened(ConsoleText.neutralised(text).strip(), longest);
    }
}
