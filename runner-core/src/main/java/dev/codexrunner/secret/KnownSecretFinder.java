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
    private final boolean looksEscaped;
    private final Consumer<Span> found;

    private final DictionaryMatcher literal;
    private final TopReadings readings;
    private final TextReading text;
    /** All ways to read the stream as text. */
    private final ByteSink texts;

    private long position;

    KnownSecretFinder(
            Dictionary asWritten, Dictionary joined, boolean looksEscaped, long position, Consumer<Span> found) {
        this.asWritten = asWritten;
        this.joined = joined;
        this.looksEscaped = looksEscaped;
        this.position = position;
        this.found = found;
        this.literal = matcher(asWritten);
        this.readings = new TopReadings(
                matcher(asWritten),
                new JoiningFilter(matcher(joined)),
                new Base64Decoder(this::gated),
                new HexDecoder(reading(), reading()),
                new NumberDecoder(reading(), reading()),
                new DumpDecoder(this::reading, reading(), new JoiningFilter(matcher(joined)), found));
        this.text = new TextReading(Escapes.ALL, readings);
        this.texts = withFewerEscapes(text, found);
    }

    private DictionaryMatcher matcher(Dictionary dictionary) {
        return new DictionaryMatcher(dictionary, found);
    }

    /** What an encoding hides is text again, and may be escaped in its turn. */
    private ByteSink reading() {
        return reading(found);
    }

    private ByteSink reading(Consumer<Span> itsFound) {
        return withFewerEscapes(new TextReading(Escapes.ALL, matchers(itsFound)), itsFound);
    }

    /** In further ways only where a secret asks for them: each is one more step for each byte. */
    private ByteSink withFewerEscapes(TextReading all, Consumer<Span> itsFound) {
        if (!looksEscaped) {
            return all;
        }
        ByteSink codes = new TextReading(Escapes.CODES, matchers(itsFound));
        ByteSink none = new TextReading(Escapes.NONE, matchers(itsFound));
        return new FanOut(all, new FanOut(codes, none));
    }

    private ByteSink matchers(Consumer<Span> itsFound) {
        return new FanOut(
                new DictionaryMatcher(asWritten, itsFound), new JoiningFilter(new DictionaryMatcher(joined, itsFound)));
    }

    private ByteSink gated() {
        return asWritten.isAscii() && joined.isAscii() ? new TextGate(reading()) : reading();
    }

    @Override
    public void accept(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            int value = bytes[i] & 0xff;
            literal.put(value, position, position + 1);
            texts.put(value, position, position + 1);
            position++;
        }
    }

    @Override
    public void end() {
        text.end();
        readings.end();
        // What other readings still hold is decided by it.
        texts.cut();
    }

    @Override
    public long undecidedFrom() {
        long undecided = Math.min(literal.undecidedFrom(position), texts.undecidedFrom(position));
        if (position - undecided <= LONGEST_HELD) {
            return undecided;
        }
        literal.cut();
        texts.cut();
        return position;
    }
}
