package dev.codexrunner.jenkins.request;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A single value of YAML on one line: plain, between single quotes, or between double quotes without odd escapes. */
final class ScalarText {

    private static final Pattern SINGLE = Pattern.compile("'((?:[^']|'')*)'\\s*(?:(?<=\\s)#.*)?");
    private static final Pattern DOUBLE = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\/])*)\"\\s*(?:(?<=\\s)#.*)?");
    /** What means something else to YAML where a plain value begins. */
    private static final String INDICATORS = "!&*|>%@`{}[],'\"";

    private ScalarText() {}

    /** Empty where the text is anything else. */
    static Optional<String> read(String text) {
        Matcher single = SINGLE.matcher(text);
        if (single.matches()) {
            return Optional.of(single.group(1).replace("''", "'"));
        }
        Matcher quoted = DOUBLE.matcher(text);
        if (quoted.matches()) {
            return Optional.of(quoted.group(1).replaceAll("\\\\([\"\\\\/])", "$1"));
        }
        return plain(text);
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
