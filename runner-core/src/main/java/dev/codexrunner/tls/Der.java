package dev.codexrunner.tls;

import java.util.Arrays;
import java.util.Optional;

/** The little of DER that is needed: how long the first element is. */
final class Der {

    private static final int SEQUENCE = 0x30;
    private static final int LONG_FORM = 0x80;
    private static final int MAX_LENGTH_BYTES = 4;

    private Der() {}

    /** The first SEQUENCE without what follows it; empty where the bytes don't begin with a whole one. */
    static Optional<byte[]> firstSequence(byte[] bytes) {
        if (bytes.length < 2 || (bytes[0] & 0xff) != SEQUENCE) {
            return Optional.empty();
        }
        int first = bytes[1] & 0xff;
        int lengthBytes = first < LONG_FORM ? 0 : first - LONG_FORM;
        if (lengthBytes > MAX_LENGTH_BYTES || bytes.length < 2 + lengthBytes) {
            return Optional.empty();
        }
        long length = lengthBytes == 0 ? first : 0;
        for (int i = 0; i < lengthBytes; i++) {
            length = (length << 8) | (bytes[2 + i] & 0xff);
        }
        long end = 2L + lengthBytes + length;
        return length == 0 || end > bytes.length ? Optional.empty() : Optional.of(Arrays.copyOf(bytes, (int) end));
    }

    static boolean startsLikeDer(byte[] bytes) {
        return bytes.length > 2 && (bytes[0] & 0xff) == SEQUENCE && (bytes[1] & LONG_FORM) != 0;
    }
}
