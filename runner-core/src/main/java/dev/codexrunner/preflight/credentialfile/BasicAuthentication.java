package dev.codexrunner.preflight.credentialfile;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** {@code base64(NAME:SECRET)}, as HTTP has it, or {@code base64(SECRET)}, as npm has its {@code _password}. */
final class BasicAuthentication {

    /** Shorter ones are as often as not words that happen to be base64. */
    private static final int SHORTEST = 8;

    private BasicAuthentication() {}

    /** The encoded text, and the password in it where it is one. */
    static List<String> of(String encoded) {
        String written = encoded.strip();
        try {
            String plain = new String(Base64.getDecoder().decode(written), StandardCharsets.UTF_8);
            // What decodes to anything else was no base64 of a password.
            if (!plain.chars().allMatch(c -> c >= ' ' && c != '\uFFFD')) {
                return List.of(written);
            }
            int colon = plain.indexOf(':');
            String password = colon < 0 && plain.length() < SHORTEST ? "" : plain.substring(colon + 1);
            return Stream.of(written, password).filter(text -> !text.isBlank()).toList();
        } catch (IllegalArgumentException noBase64) {
            return List.of(written);
        }
    }
}
