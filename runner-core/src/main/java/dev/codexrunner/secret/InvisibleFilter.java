package dev.codexrunner.secret;

/**
 * Leaves out what quoting adds and what nobody sees: quotes, backslashes, backticks; control characters (among them the
 * NULs of UTF-16); {@link InvisibleCharacters}.
 */
final class InvisibleFilter implements ByteSink {

    private static final int LONGEST_SEQUENCE = 4;

    private final ByteSink next;
    private final boolean quotesToo;
    private final byte[] bytes = new byte[LONGEST_SEQUENCE];
    private final long[] starts = new long[LONGEST_SEQUENCE];
    private final long[] ends = new long[LONGEST_SEQUENCE];
    private int collected;
    private int expected;

    InvisibleFilter(ByteSink next) {
        this(next, true);
    }

    private InvisibleFilter(ByteSink next, boolean quotesToo) {
        this.next = next;
        this.quotesToo = quotesToo;
    }

    /** Lets all of ASCII through. */
    static InvisibleFilter beyondAscii(ByteSink next) {
        return new InvisibleFilter(next, false);
    }

    /** Whether the next byte may belong to a character that has begun. */
    boolean isWithinCharacter() {
        return collected > 0;
    }

    @Override
    public void put(int value, long start, long end) {
        if (collected > 0) {
            if ((value & 0xc0) == 0x80) {
                collect(value, start, end);
                return;
            }
            pass();
        }
        if (value >= 0xc2 && value <= 0xf4) {
            expected = value < 0xe0 ? 2 : value < 0xf0 ? 3 : 4;
            collect(value, start, end);
        } else if (!quotesToo || isShown(value)) {
            next.put(value, start, end);
        }
    }

    private static boolean isShown(int value) {
        return switch (value) {
            case '\n', '\r', '\t' -> true;
            case '"', '\'', '`', '\\', 0x7f -> false;
            default -> value >= ' ';
        };
    }

    private void collect(int value, long start, long end) {
        bytes[collected] = (byte) value;
        starts[collected] = start;
        ends[collected] = end;
        if (++collected == expected) {
            if (InvisibleCharacters.contains(character())) {
                collected = 0;
            } else {
                pass();
            }
        }
    }

    private int character() {
        int code = bytes[0] & (0x7f >> expected);
        for (int i = 1; i < expected; i++) {
            code = (code << 6) | (bytes[i] & 0x3f);
        }
        return code;
    }

    private void pass() {
        int count = collected;
        collected = 0;
        for (int i = 0; i < count; i++) {
            next.put(bytes[i] & 0xff, starts[i], ends[i]);
        }
    }

    @Override
    public void cut() {
        collected = 0;
        next.cut();
    }

    @Override
    public long undecidedFrom(long position) {
        long undecided = next.undecidedFrom(position);
        return collected == 0 ? undecided : Math.min(undecided, starts[0]);
    }
}
