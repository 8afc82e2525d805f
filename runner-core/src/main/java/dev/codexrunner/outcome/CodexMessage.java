package dev.codexrunner.outcome;

import dev.codexrunner.events.Excerpt;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message of codex, taken apart for the rules that classify it.
 *
 * @param words in lower case, with plain apostrophes, without the address that was asked (a host may be called proxy)
 * @param status the HTTP status that it names first; one in a quoted body comes after it
 */
record CodexMessage(String words, OptionalInt status) {

    private static final int MAX_CHARS = 4_096;
    private static final Pattern RECONNECTING =
            Pattern.compile("^Reconnecting\\.\\.\\. (?:\\d+/\\d+|waiting for network) \\((.*)\\)$", Pattern.DOTALL);
    private static final Pattern STATUS =
            Pattern.compile("(?:unexpected|last|with|\\(|http|response) ?status(?: code)?:? (\\d{3})\\b");
    private static final Pattern ADDRESS = Pattern.compile(", url: \\S+");

    static CodexMessage of(String message) {
        String text = Excerpt.head(message, MAX_CHARS);
        Matcher reconnecting = RECONNECTING.matcher(text);
        String words = (reconnecting.matches() ? reconnecting.group(1) : text)
                // codex writes typographic apostrophes in some messages and plain ones in others
                .replace('\u2019', '\'')
                .toLowerCase(Locale.ROOT)
                .strip();
        Matcher status = STATUS.matcher(words);
        return new CodexMessage(
                ADDRESS.matcher(words).replaceAll(""),
                status.find() ? OptionalInt.of(Integer.parseInt(status.group(1))) : OptionalInt.empty());
    }

    boolean hasStatus(int lowest, int highest) {
        return status.isPresent() && status.getAsInt() >= lowest && status.getAsInt() <= highest;
    }

    /** The body of a 400 is the whole message; what it quotes from the task must not be taken for codex's own words. */
    boolean isJson() {
        return words.startsWith("{");
    }

    boolean matches(Pattern pattern) {
        return pattern.matcher(words).find();
    }
}
