package dev.codexrunner.secret;

import java.util.function.Consumer;

/**
 * Finds spellings that were broken into lines, by looking at the stream with its line breaks taken out: raw ones, and the
 * {@code \n} of JSON, however often it was nested. {@code \/} counts as a slash.
 */
final class WrappedFormFinder implements SpanFinder {

    /** In bytes. A longer break is no line break any more; it also bounds what is held back. */
    private static final int LONGEST_GAP = 16;

    private final FormAutomaton automaton;
    /** Where in the stream the last bytes that the automaton saw stood; a ring. */
    private final long[] seenAt;

    private int state = FormAutomaton.START;
    private long seen;
    private long position;
    private int gap;
    private boolean afterBackslash;

    WrappedFormFinder(FormAutomaton automaton, long position) {
        this.automaton = automaton;
        this.position = position;
        this.seenAt = new long[automaton.deepest() + 1];
    }

    @Override
    public void accept(byte[] bytes, int offset, int length, Consumer<Span> found) {
        for (int i = offset; i < offset + length; i++, position++) {
            byte value = bytes[i];
            if (++gap > LONGEST_GAP) {
                state = FormAutomaton.START;
            }
            if (value == '\\') {
                afterBackslash = true;
            } else if (value != '\n' && value != '\r' && !(afterBackslash && (value == 'n' || value == 'r'))) {
                if (afterBackslash && value != '/') {
                    state = FormAutomaton.START;
                }
                afterBackslash = false;
                see(value, found);
            } else {
                afterBackslash = false;
            }
        }
    }

    private void see(byte value, Consumer<Span> found) {
        gap = 0;
        seenAt[(int) (seen++ % seenAt.length)] = position;
        state = automaton.next(state, value);
        int matched = automaton.matched(state);
        if (matched > 0) {
            found.accept(new Span(startOf(matched), position + 1, automaton.name(state)));
        }
    }

    private long startOf(int lastBytes) {
        return seenAt[(int) ((seen - lastBytes) % seenAt.length)];
    }

    @Override
    public long undecidedFrom() {
        int pending = automaton.pending(state);
        return pending == 0 ? position : startOf(pending);
    }
}
