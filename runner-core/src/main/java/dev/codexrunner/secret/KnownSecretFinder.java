package dev.codexrunner.secret;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

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
    private final NumberDecoder numbers;
    private final DumpDecoder dump;
    private final TextReading text;
    private long position;

    KnownSecretFinder(Dictionary asWritten, Dictionary joined, long position, Consumer<Span> found) {
        this.asWritten = asWritten;
        this.joined = joined;
        this.position = position;
        this.found = found;
        this.literal = matcher(asWritten);
        this.numbers = new NumberDecoder(reading(), reading());
        this.dump = new DumpDecoder(reading(), reading(), reading(), new JoiningFilter(matcher(joined)));
        Supplier<ByteSink> readings = this::reading;
        this.text = TextReading.of(
                matcher(asWritten),
                matcher(joined),
                List.of(new Base64Decoder(readings), new HexDecoder(reading(), reading()), numbers, dump));
    }

    private DictionaryMatcher matcher(Dictionary dictionary) {
        return new DictionaryMatcher(dictionary, found);
    }

    /** What an encoding hides is text again, and may be escaped in its turn. */
    private ByteSink reading() {
        return TextReading.of(matcher(asWritten), matcher(joined), List.of());
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
        numbers.end();
        dump.end();
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
