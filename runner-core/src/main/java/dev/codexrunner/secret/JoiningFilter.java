package dev.codexrunner.secret;

/**
 * Joins what was broken apart: leaves out blanks, those that don't break a line too, line breaks, and what stands between
 * the parts of a text in lists, sums, wrapped mails and commands of cmd ({@code , + - = ^}). The two alphabets of base64
 * come out alike.
 */
final class JoiningFilter implements ByteSink {

    /** A blank that doesn't break a line (U+00A0), as UTF-8. */
    private static final int NO_BREAK_LEAD = 0xc2;

    private static final int NO_BREAK_SPACE = 0xa0;

    private final ByteSink next;
    private boolean led;
    private long leadStart;
    private long leadEnd;

    JoiningFilter(ByteSink next) {
        this.next = next;
    }

    @Override
    public void put(int value, long start, long end) {
        if (led) {
            led = false;
            if (value == NO_BREAK_SPACE) {
                return;
            }
            next.put(NO_BREAK_LEAD, leadStart, leadEnd);
        }
        switch (value) {
            case ' ', '\t', '\n', '\r', ',', '+', '-', '=', '^' -> {
                // Left out.
            }
            case NO_BREAK_LEAD -> {
                led = true;
                leadStart = start;
                leadEnd = end;
            }
            case '_' -> next.put('/', start, end);
            default -> next.put(value, start, end);
        }
    }

    @Override
    public void cut() {
        led = false;
        next.cut();
    }

    @Override
    public long undecidedFrom(long position) {
        long undecided = next.undecidedFrom(position);
        return led ? Math.min(undecided, leadStart) : undecided;
    }
}
