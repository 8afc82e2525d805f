package dev.codexrunner.secret;

/** Makes bytes of groups of hexadecimal digits that are words of up to eight bytes, the lowest byte written last. */
final class WideWords {

    private static final int LONGEST = 16;
    private static final int SHORTEST = 6;

    private final ByteSink next;
    private final int[] digits = new int[LONGEST];
    private int count;
    private long start;
    private long end;

    WideWords(ByteSink next) {
        this.next = next;
    }

    void digit(int digit, long itsStart, long itsEnd) {
        if (count == 0) {
            start = itsStart;
        }
        if (count < LONGEST) {
            digits[count] = digit;
        }
        count++;
        end = itsEnd;
    }

    /** The group has ended. */
    void align() {
        if (count >= SHORTEST && count <= LONGEST && count % 2 == 0) {
            for (int i = count - 2; i >= 0; i -= 2) {
                next.put((digits[i] << 4) | digits[i + 1], start, end);
            }
        }
        count = 0;
    }

    void cut() {
        count = 0;
        next.cut();
    }

    long undecidedFrom(long position) {
        long undecided = next.undecidedFrom(position);
        return count > 0 && count <= LONGEST && position - start < DictionaryMatcher.LONGEST_GAP
                ? Math.min(undecided, start)
                : undecided;
    }
}
