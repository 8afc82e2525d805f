package dev.codexrunner.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads bytes as text: undoes escapes, leaves out what nobody sees, and looks up the rest, as it stands and joined. */
final class TextReading implements ByteSink {

    private final Unescaper unescaper;

    private TextReading(ByteSink visible) {
        this.unescaper = new Unescaper(new InvisibleFilter(visible));
    }

    /**
     * @param asWritten looks up the text
     * @param joined looks up the text without blanks and line breaks
     * @param further takes the text as well
     */
    static TextReading of(ByteSink asWritten, ByteSink joined, List<? extends ByteSink> further) {
        List<ByteSink> all = new ArrayList<>(List.of(asWritten, new JoiningFilter(joined)));
        all.addAll(further);
        return new TextReading(new FanOut(all));
    }

    /** What a text is looked up as, in {@link #of}'s first sink; its second if {@code joined}. */
    static byte[] read(byte[] text, boolean joined) {
        CollectedBytes collected = new CollectedBytes();
        Function<ByteSink, ByteSink> outermost = joined ? JoiningFilter::new : sink -> sink;
        TextReading reading = new TextReading(outermost.apply(collected));
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
