package dev.codexrunner.secret;

import java.io.ByteArrayOutputStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Base32 in upper case. Five bytes become eight characters, so text before the secret gives five spellings. */
final class Base32Form {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS_PER_BYTE = 8;
    private static final int BITS_PER_CHARACTER = 5;

    private Base32Form() {}

    /** The characters that depend on the secret alone, and with the one that ends an encoded text. */
    static Stream<byte[]> of(byte[] secret) {
        return IntStream.range(0, BITS_PER_CHARACTER).boxed().flatMap(shift -> {
            int skipped = (BITS_PER_CHARACTER - shift * BITS_PER_BYTE % BITS_PER_CHARACTER) % BITS_PER_CHARACTER;
            int bits = secret.length * BITS_PER_BYTE - skipped;
            int whole = bits / BITS_PER_CHARACTER;
            int last = (bits + BITS_PER_CHARACTER - 1) / BITS_PER_CHARACTER;
            return Stream.of(characters(secret, skipped, whole), characters(secret, skipped, last));
        });
    }

    private static byte[] characters(byte[] secret, int firstBit, int count) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream(count);
        for (int i = 0; i < count; i++) {
            int value = 0;
            for (int bit = 0; bit < BITS_PER_CHARACTER; bit++) {
                value = (value << 1) | bit(secret, firstBit + i * BITS_PER_CHARACTER + bit);
            }
            encoded.write(ALPHABET.charAt(value));
        }
        return encoded.toByteArray();
    }

    private static int bit(byte[] secret, int index) {
        int at = index / BITS_PER_BYTE;
        return at < secret.length ? (secret[at] >> (BITS_PER_BYTE - 1 - index % BITS_PER_BYTE)) & 1 : 0;
    }
}
