package dev.codexrunner.secret;

import java.util.function.Consumer;

/**
 * Looks up what it is given in a dictionary, and names the stretches of the stream that hold a secret. The dictionary is
 * only walked while the last {@link Dictionary#GRAM} bytes occur in it, which ordinary text hardly ever does.
 */
final class DictionaryMatcher implements ByteSink {

    /** In bytes of the stream, from the first to the last byte of a possible secret; bounds what is held back. */
    static final int LONGEST = 256 * 1024;

    /** In bytes of the stream, between two bytes of a secret. */
    static final int LONGEST_GAP = 1024;

    private final Dictionary dictionary;
    private final Consumer<Span> found;
    /** Where in the stream the last bytes began, a ring; no longer than the longest stretch that ever fitted. */
    private long[] starts = new long[16];

    private int at;
    /** The last bytes, four at most. */
    private int gram;

    private int known;
    private int state = Dictionary.START;
    /** How many of the last bytes led to {@link #state}; 0 while the dictionary isn't walked. */
    private int read;

    private long lastEnd;
    private long runStart;
    private long runEnd = -1;
    private String runName = "";

    DictionaryMatcher(Dictionary dictionary, Consumer<Span> found) {
        this.dictionary = dictionary;
        this.found = found;
    }

    @Override
    public void put(int value, long start, long end) {
        if (start - lastEnd > LONGEST_GAP) {
            cut();
        }
        if (read >= starts.length) {
            grow();
        }
        starts[at] = start;
        at = (at + 1) & (starts.length - 1);
        lastEnd = end;
        gram = (gram << 8) | value;
        known++;
        if (read > 0) {
            step(value);
        } else if (known >= Dictionary.GRAM && dictionary.mayHold(gram)) {
            walk(Dictionary.GRAM);
        }
        if (read >= Dictionary.GRAM) {
            report(end);
        } else {
            read = 0;
        }
    }

    private void step(int value) {
        int next = dictionary.next(state, value);
        while (next == Edges.NONE && state != Dictionary.START) {
            state = dictionary.shorter(state);
            read = dictionary.length(state);
            next = dictionary.next(state, value);
        }
        if (next != Edges.NONE) {
            state = next;
            read++;
        }
        while (read > 0 && lastEnd - startOf(read) > LONGEST) {
            state = dictionary.shorter(state);
            read = dictionary.length(state);
        }
    }

    /** Looks the last {@code count} bytes up from the start. {@link #read} is then their number, or 0 if they don't occur. */
    private void walk(int count) {
        state = Dictionary.START;
        read = count;
        for (int i = count - 1; i >= 0; i--) {
            state = dictionary.next(state, (gram >> (8 * i)) & 0xff);
            if (state == Edges.NONE) {
                state = Dictionary.START;
                read = 0;
                return;
            }
        }
    }

    private void grow() {
        long[] longer = new long[starts.length * 2];
        for (int i = 0; i < starts.length; i++) {
            longer[i] = starts[(at + i) & (starts.length - 1)];
        }
        at = starts.length;
        starts = longer;
    }

    private void report(long end) {
        int matched = dictionary.matched(state, read);
        if (matched == 0) {
            return;
        }
        long start = startOf(matched);
        String name = dictionary.name(state, read);
        if (start >= runEnd || !name.equals(runName)) {
            runStart = start;
            runName = name;
        }
        runStart = Math.min(runStart, start);
        runEnd = end;
        found.accept(new Span(runStart, end, name));
    }

    private long startOf(int lastBytes) {
        return starts[(at - lastBytes) & (starts.length - 1)];
    }

    @Override
    public void cut() {
        state = Dictionary.START;
        read = 0;
        known = 0;
    }

    @Override
    public long undecidedFrom(long position) {
        if (position - lastEnd > LONGEST_GAP) {
            cut();
        }
        if (read > 0) {
            return startOf(read);
        }
        for (int count = Math.min(known, Dictionary.GRAM - 1); count > 0; count--) {
            walk(count);
            boolean occurs = read > 0;
            read = 0;
            if (occurs) {
                return startOf(count);
            }
        }
        return position;
    }
}
