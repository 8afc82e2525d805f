package dev.codexrunner.secret;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads long words as base64, in both alphabets and over line breaks. Where the encoded text began is unknown, so each of
 * the four places that a character can have within its group is tried: four readings, of which a byte comes out in three.
 */
final class Base64Decoder implements ByteSink {

    /** In characters; twelve bytes. Shorter words are no base64 that matters. */
    private static final int SHORTEST = 16;

    private static final int PLACES = 4;
    private static final int OTHER = -1;
    private static final int BREAK = -2;

    private final Supplier<ByteSink> readings;
    private final int[] firstValues = new int[SHORTEST];
    private final long[] firstStarts = new long[SHORTEST];
    private final long[] firstEnds = new long[SHORTEST];
    private List<ByteSink> places = List.of();
    private int read;
    private int index;
    private int before;
    private long beforeStart;

    /** @param readings makes one for each place, once there is something to read */
    Base64Decoder(Supplier<ByteSink> readings) {
        this.readings = readings;
    }

    @Override
    public void put(int value, long start, long end) {
        int bits = bits(value);
        if (bits >= 0) {
            digit(bits, start, end);
        } else if (bits == OTHER || read < SHORTEST) {
            cut();
        }
    }

    private void digit(int bits, long start, long end) {
        if (read >= SHORTEST) {
            decode(bits, start, end);
            return;
        }
        firstValues[read] = bits;
        firstStarts[read] = start;
        firstEnds[read] = end;
        if (++read == SHORTEST) {
            for (int i = 0; i < SHORTEST; i++) {
                decode(firstValues[i], firstStarts[i], firstEnds[i]);
            }
        }
    }

    private void decode(int bits, long start, long end) {
        if (places.isEmpty()) {
            places = Stream.generate(readings).limit(PLACES).toList();
        }
        put(1, (before << 2) | (bits >> 4), start, end);
        put(2, (before << 4) | (bits >> 2), start, end);
        put(3, (before << 6) | bits, start, end);
        index++;
        before = bits;
        beforeStart = start;
    }

    /** @param place of the character within its group, were the group begun so */
    private void put(int place, int value, long start, long end) {
        if (index >= place) {
            places.get((index - place) & (PLACES - 1)).put(value & 0xff, Math.min(beforeStart, start), end);
        }
    }

    private static int bits(int value) {
        if (Ascii.isUpper(value)) {
            return value - 'A';
        }
        if (Ascii.isLower(value)) {
            return value - 'a' + 26;
        }
        if (Ascii.isDigit(value)) {
            return value - '0' + 52;
        }
        return switch (value) {
            case '+', '-' -> 62;
            case '/', '_' -> 63;
            case '\n', '\r' -> BREAK;
            default -> OTHER;
        };
    }

    @Override
    public void cut() {
        if (read >= SHORTEST) {
            places.forEach(ByteSink::cut);
        }
        read = 0;
        index = 0;
    }

    @Override
    public long undecidedFrom(long position) {
        if (read == 0) {
            return position;
        }
        if (position - (read < SHORTEST ? firstStarts[0] : beforeStart) > DictionaryMatcher.LONGEST_GAP) {
            cut();
            return position;
        }
        long undecided = read < SHORTEST ? firstStarts[0] : beforeStart;
        for (ByteSink place : places) {
            undecided = Math.min(undecided, place.undecidedFrom(position));
        }
        return undecided;
    }
}
