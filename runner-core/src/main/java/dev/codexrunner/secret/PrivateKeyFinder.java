package dev.codexrunner.secret;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Finds private keys in PEM, over many lines, also where line breaks are written as {@code \n} or as entities. A block
 * without an end stops at the first byte that can't belong to it, or after {@link #LONGEST} bytes.
 */
final class PrivateKeyFinder implements SpanFinder {

    private static final Pattern HEADER = Pattern.compile("-----BEGIN [A-Z0-9 ]{0,24}PRIVATE KEY( BLOCK)?-----");
    private static final int LONGEST_HEADER = 64;
    private static final int LONGEST = 32 * 1024;
    private static final String BODY = "+/=\\\n\r :,-&#;\t";
    private static final int DASHES = 5;

    private enum State {
        SEARCHING,
        HEADER,
        BODY,
        FOOTER
    }

    private final Consumer<Span> found;
    private final StringBuilder header = new StringBuilder();
    private State state = State.SEARCHING;
    private int dashes;
    private long start;
    /** The block is known to reach at least here. */
    private long sure;

    private long position;

    PrivateKeyFinder(Consumer<Span> found) {
        this.found = found;
    }

    @Override
    public void accept(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++, position++) {
            byte value = bytes[i];
            switch (state) {
                case SEARCHING -> search(value);
                case HEADER -> header(value);
                case BODY, FOOTER -> body(value);
            }
            dashes = value == '-' ? dashes + 1 : 0;
        }
        report();
    }

    @Override
    public long undecidedFrom() {
        return switch (state) {
            case SEARCHING -> position - Math.min(dashes, DASHES);
            case HEADER -> start;
            case BODY, FOOTER -> sure;
        };
    }

    private void search(byte value) {
        if (value == 'B' && dashes >= DASHES) {
            state = State.HEADER;
            start = position - DASHES;
            header.setLength(0);
            header.append("-----B");
        }
    }

    private void header(byte value) {
        header.append((char) (value & 0xff));
        boolean closed = value == '-' && dashes == DASHES - 1;
        if (closed && HEADER.matcher(header).matches()) {
            state = State.BODY;
            sure = position + 1;
        } else if (closed || header.length() > LONGEST_HEADER || !mayBeHeader(value)) {
            state = State.SEARCHING;
        }
    }

    private static boolean mayBeHeader(byte value) {
        return value == ' ' || value == '-' || Ascii.isUpper(value) || Ascii.isDigit(value);
    }

    private void body(byte value) {
        if (state == State.BODY && value != '-' && dashes >= DASHES) {
            state = value == 'E' ? State.FOOTER : state;
        } else if (state == State.FOOTER && value == '-' && dashes == DASHES - 1) {
            sure = position + 1;
            stop();
            return;
        }
        if (position - start > LONGEST || !mayBeBody(value)) {
            stop();
        } else if (value != '\\' && value != ' ' && value != '\n' && value != '\r') {
            // A backslash at the end may begin an escape that belongs to what follows the block.
            sure = position + 1;
        }
    }

    /** Base64, line breaks, escapes of them, and the headers of an encrypted key. */
    private static boolean mayBeBody(byte value) {
        return Ascii.isLetterOrDigit(value) || BODY.indexOf(value) >= 0;
    }

    private void stop() {
        report();
        state = State.SEARCHING;
    }

    private void report() {
        if (state == State.BODY || state == State.FOOTER) {
            found.accept(new Span(start, sure, "private-key"));
        }
    }
}
