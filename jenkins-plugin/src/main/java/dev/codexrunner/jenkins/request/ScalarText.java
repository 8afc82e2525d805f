package dev.codexrunner.jenkins.request;

import java.util.Optional;

/** A single value of YAML on one line: plain, between single quotes, or between double quotes without odd escapes. */
final class ScalarText {

    /** What means something else to YAML where a plain value begins. */
    private static final String INDICATORS = "!&*|>%@`{}[],'\"";

    private ScalarText() {}

    /** Empty where the text is anything else. */
    static Optional<String> read(String text) {
        return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case '\'' -> quoted(text, '\'', "'");
            case '"' -> quoted(text, '\\', "\"\\/");
            default -> plain(text);
        };
    }

    /**
     * By hand: a regular expression for it takes a stack as deep as the text is long.
     *
     * @param escape what makes the next one a letter of the value
     * @param escaped those that it may stand before
     */
    private static Optional<String> quoted(String text, char escape, String escaped) {
        char quote = text.charAt(0);
        StringBuilder value = new StringBuilder();
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = c == escape && i + 1 < text.length() && escaped.indexOf(text.charAt(i + 1)) >= 0;
            if (pair) {
                i++;
                value.append(text.charAt(i));
            } else if (c == quote) {
                return isEnd(text.substring(i + 1)) ? Optional.of(value.toString()) : Optional.empty();
            } else if (c == escape) {
                return Optional.empty();
            } else {
                value.append(c);
            }
        }
        return Optional.empty();
    }

    /** Nothing, or a comment. */
    private static boolean isEnd(String rest) {
        return rest.isBlank()
                || (Character.isWhitespace(rest.charAt(0)) && rest.strip().startsWith("#"));
    }

    private static Optional<String> plain(String text) {
        String value = text.replaceFirst("\\s#.*", "").strip();
        boolean structure = value.isEmpty()
                || INDICATORS.indexOf(value.charAt(0)) >= 0
                || value.matches("[-?:](\\s.*)?")
                || value.contains(": ")
                || value.endsWith(":");
        return structure ? Optional.empty() : Optional.of(value);
    }
}
