package dev.codexrunner.secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the dictionaries hold for one secret. */
final class Spellings {

    /** In bytes. A piece of a long random text that is as long as this is no accident, and no use to anyone else. */
    static final int PIECE = 24;

    /** In bytes, of what is left of a secret without blanks: a shorter one, joined, may be two ordinary words. */
    private static final int SHORTEST_JOINED = 12;

    /** In bytes. With an escape cut off in front of it, a secret may lose its first byte; shorter ones stay whole. */
    private static final int SHORTEST_BEHIND_ESCAPE = 10;

    /** In characters. The forms of a secret that is little more than quotes are many, and long. */
    private static final int LONGEST_OF_QUOTES = 64;

    private static final List<Escapes> FEWER = List.of(Escapes.CODES, Escapes.NONE);

    private static final Pattern DENSE = Pattern.compile("[A-Za-z0-9._~+/=-]{32,}");
    private static final double RANDOM = 0.25;

    private final String name;
    private final boolean encoded;
    private final Set<Spelling> asWritten = new LinkedHashSet<>();
    private final Set<Spelling> joined = new LinkedHashSet<>();
    private boolean looksEscaped;

    private Spellings(String name, boolean encoded) {
        this.name = name;
        this.encoded = encoded;
    }

    /**
     * @param name what stands in the secret's place
     * @param encoded whether also as base64 and base32, which takes seven times the memory
     */
    static Spellings of(Secret secret, String name, boolean encoded) {
        Spellings spellings = new Spellings(name, encoded);
        SecretParts.of(secret).forEach(spellings::part);
        return spellings;
    }

    /** Looked for in the text as it stands, and with its escapes undone. */
    Set<Spelling> asWritten() {
        return asWritten;
    }

    /** Looked for in the text without blanks and line breaks. */
    Set<Spelling> joined() {
        return joined;
    }

    /** Whether it holds what may be read as an escape, and so is to be read without undoing all of them too. */
    boolean looksEscaped() {
        return looksEscaped;
    }

    private void part(String part) {
        byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
        boolean dense = isDense(part, utf8);
        add(asWritten, SecretForms.withoutLastBackslash(utf8), dense, 0);
        encodings(part).forEach(bytes -> {
            byte[] read = TextReading.read(bytes, false);
            if (read.length >= SecretParts.SHORTEST) {
                add(asWritten, read, dense, read.length < SHORTEST_BEHIND_ESCAPE ? 0 : 1);
            } else if (part.length() <= LONGEST_OF_QUOTES) {
                // Hardly more than quotes: too little to be known without them.
                SecretForms.of(part).forEach(form -> add(asWritten, form, false, 0));
            }
            addJoined(TextReading.read(bytes, true), dense);
            if (!Arrays.equals(read, TextReading.read(bytes, Escapes.NONE, false))) {
                looksEscaped = true;
                FEWER.forEach(escapes -> withFewer(escapes, bytes, dense));
            }
        });
        if (encoded) {
            encodedForms(utf8, dense);
        }
    }

    private void encodedForms(byte[] utf8, boolean dense) {
        Stream.concat(Base64Form.of(utf8), Base32Form.of(utf8)).forEach(form -> {
            byte[] read = TextReading.read(form, true);
            if (read.length >= SHORTEST_JOINED) {
                add(joined, read, dense, 0);
            } else if (read.length >= SecretParts.SHORTEST) {
                add(joined, read, false, 0);
            }
        });
    }

    private void withFewer(Escapes escapes, byte[] bytes, boolean dense) {
        byte[] read = TextReading.read(bytes, escapes, false);
        add(asWritten, read, dense, read.length < SHORTEST_BEHIND_ESCAPE ? 0 : 1);
        addJoined(TextReading.read(bytes, escapes, true), dense);
    }

    private void addJoined(byte[] bytes, boolean dense) {
        if (bytes.length >= SHORTEST_JOINED) {
            add(joined, bytes, dense, 1);
        }
    }

    private void add(Set<Spelling> to, byte[] bytes, boolean dense, int mayLack) {
        if (bytes.length >= SecretParts.SHORTEST) {
            to.add(Spelling.of(bytes, dense ? Math.min(PIECE, bytes.length) : bytes.length - mayLack, name));
        }
    }

    /** UTF-8 and, for languages that write a character below 256 as a byte, those. */
    private static Stream<byte[]> encodings(String part) {
        byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
        boolean latin = utf8.length != part.length() && part.chars().allMatch(c -> c <= 0xff);
        return latin ? Stream.of(utf8, part.getBytes(StandardCharsets.ISO_8859_1)) : Stream.of(utf8);
    }

    private static boolean isDense(String part, byte[] utf8) {
        return DENSE.matcher(part).matches() && Randomness.of(utf8, 0, utf8.length) >= RANDOM;
    }
}
