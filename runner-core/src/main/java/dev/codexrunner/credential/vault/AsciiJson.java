package dev.codexrunner.credential.vault;

import java.util.Locale;

/** JSON text without letters beyond ASCII: valid JSON can hold those only inside strings, where an escape may stand. */
final class AsciiJson {

    private AsciiJson() {}

    static String escape(String json) {
        if (json.chars().allMatch(c -> c < 128)) {
            return json;
        }
        StringBuilder ascii = new StringBuilder(json.length() + 64);
        json.chars().forEach(c -> {
            if (c < 128) {
                ascii.append((char) c);
            } else {
                ascii.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        return ascii.toString();
    }
}
