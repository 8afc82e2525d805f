package dev.codexrunner.secret;

import java.util.Arrays;
import java.util.Base64;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Base64. Three bytes become four characters, so text before the secret shifts it by nought, one or two bytes and gives
 * three different spellings; characters that mix in a neighbour's bits are left out.
 */
final class Base64Form {

    private static final int BITS_PER_BYTE = 8;
    private static final int BITS_PER_CHARACTER = 6;

    private Base64Form() {}

    /** In the standard alphabet: up to the last certain character, and with the one that ends an encoded text. */
    static Stream<byte[]> of(byte[] secret) {
        return IntStream.range(0, 3).boxed().flatMap(shift -> shifted(secret, shift));
    }

    private static Stream<byte[]> shifted(byte[] secret, int shift) {
        byte[] padded = new byte[shift + secret.length];
        System.arraycopy(secret, 0, padded, shift, secret.length);
        byte[] encoded = Base64.getEncoder().withoutPadding().encode(padded);
        int first = (shift * BITS_PER_BYTE + BITS_PER_CHARACTER - 1) / BITS_PER_CHARACTER;
        int certain = padded.length * BITS_PER_BYTE / BITS_PER_CHARACTER;
        return Stream.of(
                Arrays.copyOfRange(encoded, first, certain), Arrays.copyOfRange(encoded, first, encoded.length));
    }
}
