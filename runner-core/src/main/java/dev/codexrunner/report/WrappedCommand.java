package dev.codexrunner.report;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command as the agent gave it, without the shell that codex wraps around it and the quotes that this takes. */
public final class WrappedCommand {

    private static final Pattern WRAPPED = Pattern.compile("(?s)(?:/\\S*/)?(?:bash|sh|zsh) -l?c (.*)");
    private static final String ESCAPABLE = "\"\\$`";

    private WrappedCommand() {}

    /** The inner command; one that is wrapped in another way, or not at all, as it stands. */
    public static String unwrap(String command) {
        Matcher wrapped = WRAPPED.matcher(command);
        if (!wrapped.matches()) {
            return command;
        }
        String inner = wrapped.group(1);
        return singleQuoted(inner).or(() -> doubleQuoted(inner)).orElse(inner);
    }

    private static Optional<String> singleQuoted(String word) {
        boolean whole = word.length() >= 2 && word.startsWith("'") && word.indexOf('\'', 1) == word.length() - 1;
        return whole ? Optional.of(word.substring(1, word.length() - 1)) : Optional.empty();
    }

    /** By hand: a regular expression with a choice inside a repetition overflows the stack on a few kilobytes. */
    private static Optional<String> doubleQuoted(String word) {
        if (!word.startsWith("\"")) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(word.length());
        for (int index = 1; index < word.length(); index++) {
            char current = word.charAt(index);
            if (current == '"') {
                return index == word.length() - 1 ? Optional.of(text.toString()) : Optional.empty();
            }
            if (current == '\\' && index + 1 < word.length()) {
                char escaped = word.charAt(++index);
                text.append(ESCAPABLE.indexOf(escaped) >= 0 ? "" : "\\").append(escaped);
            } else {
                text.append(current);
            }
        }
        return Optional.empty();
    }
}
