package dev.codexrunner.secret;

import java.util.stream.Stream;

/** As a POSIX shell shows it: within single quotes, double quotes, {@code $'...'}, or after backslashes. */
final class ShellForm implements SecretForm {

    @Override
    public Stream<String> of(String secret) {
        return Stream.of(
                secret.replace("'", "'\\''"),
                secret.replace("'", "'\"'\"'"),
                backslashed(secret, "\\\"$`"),
                backslashed(secret, "\\\"$`!"),
                backslashed(secret, " \t\\\"'$`!*?[](){}<>|&;#~^=,"),
                backslashed(secret, " \t\\\"'$`!*?[](){}<>|&;#~^=,:@%+/"),
                backslashed(secret, "\\'")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t"));
    }

    private static String backslashed(String text, String special) {
        StringBuilder quoted = new StringBuilder();
        text.chars().forEach(c -> {
            if (special.indexOf(c) >= 0) {
                quoted.append('\\');
            }
            quoted.append((char) c);
        });
        return quoted.toString();
    }
}
