package dev.codexrunner.jenkins.request;

import java.util.regex.Pattern;

/**
 * A pattern for a whole text: {@code *} and {@code ?} stay between two slashes and between a host's colon and what is
 * around it, {@code **} crosses them. Everything else is literal.
 */
record Glob(String text) {

    boolean matches(String candidate) {
        return Pattern.compile(regex(), Pattern.DOTALL).matcher(candidate).matches();
    }

    private String regex() {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*') {
                boolean crossing = text.startsWith("**", i);
                regex.append(crossing ? ".*" : "[^/:]*");
                i += crossing ? 1 : 0;
            } else if (c == '?') {
                regex.append("[^/:]");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }
}
