package dev.codexrunner.secret;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a long secret is known by: its beginning, its end, and samples of what is in between. A secret of such a length is
 * a file, and all of it would take more memory than the runner may have.
 */
final class LongSecret {

    /** In characters. */
    static final int LONGEST_WHOLE = 8 * 1024;

    /** In characters, at the beginning and at the end. */
    static final int END = 4 * 1024;

    private static final int SAMPLE = 64;
    private static final int MOST_SAMPLES = 64;

    private LongSecret() {}

    static boolean isCut(int length) {
        return length > LONGEST_WHOLE;
    }

    /** How many characters at most are known of a secret of this length. */
    static int known(int length) {
        return isCut(length) ? 2 * END + MOST_SAMPLES * SAMPLE : length;
    }

    /** The secret itself if it is not too long. */
    static Stream<String> pieces(String secret) {
        int length = secret.length();
        if (!isCut(length)) {
            return Stream.of(secret);
        }
        int between = length - 2 * END;
        int step = Math.max(END, (between + MOST_SAMPLES - 1) / MOST_SAMPLES);
        Stream<String> samples = IntStream.iterate(END, from -> from + SAMPLE <= length - END, from -> from + step)
                .mapToObj(from -> piece(secret, from, from + SAMPLE));
        return Stream.concat(Stream.of(piece(secret, 0, END), piece(secret, length - END, length)), samples);
    }

    /** Without half a surrogate pair at either end. */
    private static String piece(String secret, int from, int to) {
        int first = Character.isLowSurrogate(secret.charAt(from)) ? from + 1 : from;
        int last = Character.isHighSurrogate(secret.charAt(to - 1)) ? to - 1 : to;
        return secret.substring(first, last);
    }
}
