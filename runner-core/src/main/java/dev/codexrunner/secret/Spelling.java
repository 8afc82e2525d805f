package dev.codexrunner.secret;

import java.nio.charset.StandardCharsets;

/**
 * Bytes that give a secret away.
 *
 * @param text the whole, a character for each byte
 * @param enough how many of them, one after the other, are already too many to be shown: all, or fewer where a piece of a
 *     long random text is of use to a thief and can be no accident
 * @param name of the secret
 */
record Spelling(String text, int enough, String name) {

    static Spelling of(byte[] bytes, int enough, String name) {
        return new Spelling(new String(bytes, StandardCharsets.ISO_8859_1), enough, name);
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return "Spelling[" + name + "]";
    }
}
