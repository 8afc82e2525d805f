package dev.codexrunner.cli;

import java.util.regex.Pattern;

/** Whether an argument that has no business there may be a token; rather too often than too seldom. */
final class TokenLike {

    private static final Pattern KNOWN_BEGINNING =
            Pattern.compile("(?:at-|sk-|rt_|eyJ|hvs\\.|gh[pousr]_).{6,}", Pattern.DOTALL);
    /** No word, address or path: long, without blanks, with a digit. */
    private static final Pattern RANDOM = Pattern.compile("(?=[^0-9]*[0-9])[A-Za-z0-9_.~+=-]{32,}");

    private TokenLike() {}

    static boolean test(String argument) {
        String text = argument.strip();
        return KNOWN_BEGINNING.matcher(text).matches() || RANDOM.matcher(text).matches();
    }
}
