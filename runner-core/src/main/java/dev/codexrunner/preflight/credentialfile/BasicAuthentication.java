package dev.codexrunner.preflight.credentialfile;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** {@code base64(NAME:SECRET)}, as HTTP has it. */
final class BasicAuthentication {

    private BasicAuthentication() {}

    /** The encoded text, and the password in it where it is one. */
    static List<String> of(String encoded) {
        try {
            String plain = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
            int colon = plain.indexOf(':');
            // What decodes to anything else was no base64 of a name and a password.
            return colon < 0 || !plain.chars().allMatch(c -> c >= ' ' && c != '\uFFFD')
                    ? List.of(encoded.strip())
                    : Stream.of(encoded.strip(), plain.substring(colon + 1))
                            .filter(text -> !text.isBlank())
                            .toList();
        } catch (IllegalArgumentException noBase64) {
            return List.of(encoded.strip());
        }
    }
}
