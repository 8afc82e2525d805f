package dev.codexrunner.credential;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What no credential looks like, whatever its kind. */
final class TokenText {

    private static final Pattern UNEXPANDED =
            Pattern.compile("\\$\\{?\\w+}?|\\$\\{\\{.*}}|\\$\\(.*\\)|%\\w+%|\\{\\{.*}}|<[^>]*>|@\\w+@");
    private static final Pattern MASKED =
            Pattern.compile("(at-|sk-)?([*xX•.…]{3,}|\\[?(MASKED|REDACTED|masked|redacted)]?)");
    private static final Pattern ASSIGNMENT = Pattern.compile("(?i)(export )?[A-Z_][A-Z0-9_]*=.*");
    private static final Set<String> EXAMPLES = Set.of(
            "changeme",
            "change-me",
            "change_me",
            "secret",
            "password",
            "token",
            "todo",
            "tbd",
            "none",
            "null",
            "nil",
            "undefined",
            "dummy",
            "example",
            "placeholder",
            "test",
            "your-token",
            "your_token",
            "your-token-here",
            "your_access_token",
            "access_token",
            "n/a",
            "-",
            "true",
            "false");

    private TokenText() {}

    /** Throws a {@link TokenFailure} where the value, its end stripped already, is no clean single word. */
    static void requireClean(String value) {
        if (value.isBlank()) {
            throw TokenFailure.TOKEN_EMPTY.with().asException();
        }
        if (isPlaceholder(value)) {
            throw TokenFailure.TOKEN_IS_PLACEHOLDER.with().asException();
        }
        if (isQuoted(value.strip())) {
            throw TokenFailure.TOKEN_IS_QUOTED.with().asException();
        }
        if (value.stripLeading().startsWith("{") || value.stripLeading().startsWith("[")) {
            throw TokenFailure.TOKEN_IS_AUTH_JSON.with().asException();
        }
        if (value.contains("-----BEGIN ")) {
            throw TokenFailure.TOKEN_IS_PRIVATE_KEY.with().asException();
        }
        if (value.regionMatches(true, 0, "Bearer ", 0, 7)
                || value.regionMatches(true, 0, "Authorization:", 0, 14)
                || ASSIGNMENT.matcher(value).matches()) {
            throw TokenFailure.TOKEN_HAS_SCHEME.with().asException();
        }
        if (value.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            throw TokenFailure.TOKEN_HAS_WHITESPACE.with().asException();
        }
        if (value.chars().anyMatch(c -> c < '!' || c > '~')) {
            throw TokenFailure.TOKEN_HAS_CONTROL_CHARACTERS.with().asException();
        }
    }

    private static boolean isPlaceholder(String value) {
        String word = value.strip();
        return EXAMPLES.contains(word.toLowerCase(Locale.ROOT))
                || UNEXPANDED.matcher(word).matches()
                || MASKED.matcher(word).matches();
    }

    private static boolean isQuoted(String value) {
        return "\"'`\u201C\u2018".indexOf(value.charAt(0)) >= 0
                || "\"'`\u201D\u2019".indexOf(value.charAt(value.length() - 1)) >= 0;
    }
}
