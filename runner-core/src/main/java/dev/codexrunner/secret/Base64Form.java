package dev.codexrunner.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Base64, standard and URL-safe. Three bytes become four characters, so text before the secret shifts it by nought, one
 * or two bytes and gives three different spellings; characters that mix in a neighbour's bits are left out.
 */
final class Base64Form implements SecretForm {

    private static final int BITS_PER_BYTE = 8;
    private static final int BITS_PER_CHARACTER = 6;

    @Override
    public Stream<String> of(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return IntStream.range(0, 3)
                .boxed()
                .flatMap(shift -> Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                        .flatMap(encoder -> shifted(encoder, bytes, shift)));
    }

    private static Stream<String> shifted(Base64.Encoder encoder, byte[] secret, int shift) {
        byte[] padded = new byte[shift + secret.length];
        System.arraycopy(secret, 0, padded, shift, secret.length);
        String toTheEnd = ascii(encoder.encode(padded));
        int first = (shift * BITS_PER_BYTE + BITS_PER_CHARACTER - 1) / BITS_PER_CHARACTER;
        int certain = padded.length * BITS_PER_BYTE / BITS_PER_CHARACTER;
        int unpadded = ascii(encoder.withoutPadding().encode(padded)).length();
        return Stream.of(
                toTheEnd.substring(first, certain), toTheEnd.substring(first, unpadded), toTheEnd.substring(first));
    }

    private static String ascii(byte[] encoded) {
        return new String(encoded, StandardCharsets.US_ASCII);
    }
}
