package dev.codexrunner.secret;

/** Makes bytes of hexadecimal digits. Whatever stands between two pairs of digits may be left out by who feeds it. */
final class HexPairs {

    private final ByteSink next;
    private int high = -1;
    private long highStart;

    HexPairs(ByteSink next) {
        this.next = next;
    }

    void digit(int digit, long start, long end) {
        if (high < 0) {
            high = digit;
            highStart = start;
        } else {
            next.put((high << 4) | digit, highStart, end);
            high = -1;
        }
    }

    /** The next digit begins a pair. */
    void align() {
        high = -1;
    }

    void cut() {
        high = -1;
        next.cut();
    }

    long undecidedFrom(long position) {
        long undecided = next.undecidedFrom(position);
        return high < 0 ? undecided : Math.min(undecided, highStart);
    }
}
