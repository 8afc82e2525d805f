package dev.codexrunner.secret;

/**
 * Joins what was broken apart: leaves out blanks, line breaks, and what stands between the parts of a text in lists, sums
 * and wrapped mails ({@code , + - =}). The two alphabets of base64 come out alike.
 */
final class JoiningFilter implements ByteSink {

    private final ByteSink next;

    JoiningFilter(ByteSink next) {
        this.next = next;
    }

    @Override
    public void put(int value, long start, long end) {
        switch (value) {
            case ' ', '\t', '\n', '\r', ',', '+', '-', '=' -> {
                // Left out.
            }
            case '_' -> next.put('/', start, end);
            default -> next.put(value, start, end);
        }
    }

    @Override
    public void cut() {
        next.cut();
    }

    @Override
    public long undecidedFrom(long position) {
        return next.undecidedFrom(position);
    }
}
