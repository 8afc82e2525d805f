package dev.codexrunner.secret;

import java.util.function.Consumer;

/**
 * Finds known secrets in a stream by reading it in several ways at once: as it stands, as text with its escapes undone, and
 * that text as base64, as hexadecimal digits, as numbers and as a dump, what these encode being read as text again. One
 * step for each reading and byte; nothing is read twice.
 */
final class KnownSecretFinder implements SpanFinder {

    /** In bytes. What might still become a secret is held back up to here, then let go. */
    static final int LONGEST_HELD = DictionaryMatcher.LONGEST;

    private final Dictionary asWritten;
    private final Dictionary joined;
    private final Consumer<Span> found;

    private final DictionaryMatcher literal;
    private final TopReadings readings;
    private final TextReading text;
    private long position;

    KnownSecretFinder(Dictionary asWritten, Dictionary joined, long position, Consumer<Span> found) {
        this.asWritten = asWritten;
        this.joined = joined;
        this.position = position;
        this.found = found;
        this.literal = matcher(asWritten);
        this.readings = new TopReadings(
                matcher(asWritten),
                new JoiningFilter(matcher(joined)),
                new Base64Decoder(this::gated),
                new HexDecoder(reading(), reading()),
                new NumberDecoder(reading(), reading()),
                new DumpDecoder(this::dumped, reading(), new JoiningFilter(matcher(joined)), found));
        this.text = new TextReading(readings);
    }

    private DictionaryMatcher matcher(Dictionary dictionary) {
        return new DictionaryMatcher(dictionary, found);
    }

    /** What an encoding hides is text again, and may be escaped in its turn. */
    private ByteSink reading() {
        return new TextReading(new FanOut(matcher(asWritten), new JoiningFilter(matcher(joined))));
    }

    private ByteSink dumped(Consumer<Span> inDump) {
        return new TextReading(new FanOut(
                new DictionaryMatcher(asWritten, inDump), new JoiningFilter(new DictionaryMatcher(joined, inDump))));
    }

    private ByteSink gated() {
        return asWritten.isAscii() && joined.isAscii() ? new TextGate(reading()) : reading();
    }

    @Override
    public void accept(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            int value = bytes[i] & 0xff;
            literal.put(value, position, position + 1);
            text.put(value, position, position + 1);
            position++;
        }
    }

    @Override
    public void end() {
        text.end();
        readings.end();
    }

    @Override
    public long undecidedFrom() {
        long undecided = Math.min(literal.undecidedFrom(position), text.undecidedFrom(position));
        if (position - undecided <= LONGEST_HELD) {
            return undecided;
        }
        literal.cut();
        text.cut();
        return position;
    }
}
