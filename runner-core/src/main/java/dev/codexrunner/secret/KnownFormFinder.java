package dev.codexrunner.secret;

import java.util.function.Consumer;

/** Finds the spellings of known secrets as they stand. */
final class KnownFormFinder implements SpanFinder {

    private final FormAutomaton automaton;
    private int state = FormAutomaton.START;
    private long position;

    KnownFormFinder(FormAutomaton automaton, long position) {
        this.automaton = automaton;
        this.position = position;
    }

    @Override
    public void accept(byte[] bytes, int offset, int length, Consumer<Span> found) {
        for (int i = offset; i < offset + length; i++) {
            state = automaton.next(state, bytes[i]);
            position++;
            int matched = automaton.matched(state);
            if (matched > 0) {
                found.accept(new Span(position - matched, position, automaton.name(state)));
            }
        }
    }

    @Override
    public long undecidedFrom() {
        return position - automaton.pending(state);
    }
}
