package dev.codexrunner.secret;

import java.util.function.Function;

/** Reads bytes as text: undoes escapes, leaves out what nobody sees, and looks up the rest, as it stands and joined. */
final class TextReading implements ByteSink {

    private final Unescaper unescaper;

    /** @param visible takes the text */
    TextReading(Escapes escapes, ByteSink visible) {
        this.unescaper = new Unescaper(escapes, new InvisibleFilter(visible));
    }

    /** What a text is looked up as, with its escapes undone, without blanks and line breaks if {@code joined}. */
    static byte[] read(byte[] text, boolean joined) {
        return read(text, Escapes.ALL, joined);
    }

    static byte[] read(byte[] text, Escapes escapes, boolean joined) {
        CollectedBytes collected = new CollectedBytes();
        Function<ByteSink, ByteSink> outermost = joined ? JoiningFilter::new : sink -> sink;
        TextReading reading = new TextReading(escapes, outermost.apply(collected));
        for (int i = 0; i < text.length; i++) {
            reading.put(text[i] & 0xff, i, i + 1L);
        }
        reading.end();
        return collected.toByteArray();
    }

    @Override
    public void put(int value, long start, long end) {
        unescaper.put(value, start, end);
    }

    /** The text has ended. */
    void end() {
        unescaper.end();
    }

    @Override
    public void cut() {
        unescaper.cut();
    }

    @Override
    public long undecidedFrom(long position) {
        return unescaper.undecidedFrom(position);
    }
}
