package dev.codexrunner.secret;

/**
 * Reads hexadecimal digits in either case, together or apart: {@code 736b}, {@code 73 6b}, {@code 73:6B},
 * {@code 0x73, 0x6b}. A row of digits may begin with one that belongs to something else, so it is read twice.
 */
final class HexDecoder implements ByteSink {

    private final HexPairs even;
    private final HexPairs odd;
    private boolean started;
    private boolean skipNext = true;
    private long lastEnd;

    HexDecoder(ByteSink even, ByteSink odd) {
        this.even = new HexPairs(even);
        this.odd = new HexPairs(odd);
    }

    @Override
    public void put(int value, long start, long end) {
        if (Ascii.isHexDigit(value)) {
            int digit = Ascii.hexDigit(value);
            started = true;
            lastEnd = end;
            even.digit(digit, start, end);
            if (!skipNext) {
                odd.digit(digit, start, end);
            }
            skipNext = false;
        } else if (started) {
            if (separates(value)) {
                even.align();
                odd.align();
                skipNext = true;
            } else {
                cut();
            }
        }
    }

    static boolean separates(int value) {
        return switch (value) {
            case ' ', '\t', '\n', '\r', ':', ',', ';', '-', '.', '[', ']', '{', '}', 'x', 'X' -> true;
            default -> false;
        };
    }

    @Override
    public void cut() {
        if (started) {
            even.cut();
            odd.cut();
        }
        started = false;
        skipNext = true;
    }

    @Override
    public long undecidedFrom(long position) {
        if (started && position - lastEnd > DictionaryMatcher.LONGEST_GAP) {
            cut();
        }
        return started ? Math.min(even.undecidedFrom(position), odd.undecidedFrom(position)) : position;
    }
}
