package dev.codexrunner.secret;

/**
 * Every way in which the text of a stream itself is read. A class of its own instead of a list of sinks: the compiler then
 * knows each by its type, and this is where all bytes pass.
 */
final class TopReadings implements ByteSink {

    private final DictionaryMatcher asWritten;
    private final JoiningFilter joined;
    private final Base64Decoder base64;
    private final HexDecoder hex;
    private final NumberDecoder numbers;
    private final DumpDecoder dump;

    TopReadings(
            DictionaryMatcher asWritten,
            JoiningFilter joined,
            Base64Decoder base64,
            HexDecoder hex,
            NumberDecoder numbers,
            DumpDecoder dump) {
        this.asWritten = asWritten;
        this.joined = joined;
        this.base64 = base64;
        this.hex = hex;
        this.numbers = numbers;
        this.dump = dump;
    }

    @Override
    public void put(int value, long start, long end) {
        asWritten.put(value, start, end);
        joined.put(value, start, end);
        base64.put(value, start, end);
        hex.put(value, start, end);
        numbers.put(value, start, end);
        dump.put(value, start, end);
    }

    /** The stream has ended. */
    void end() {
        numbers.end();
        dump.end();
    }

    @Override
    public void cut() {
        asWritten.cut();
        joined.cut();
        base64.cut();
        hex.cut();
        numbers.cut();
        dump.cut();
    }

    @Override
    public long undecidedFrom(long position) {
        long matched = Math.min(asWritten.undecidedFrom(position), joined.undecidedFrom(position));
        long encoded = Math.min(base64.undecidedFrom(position), hex.undecidedFrom(position));
        long listed = Math.min(numbers.undecidedFrom(position), dump.undecidedFrom(position));
        return Math.min(matched, Math.min(encoded, listed));
    }
}
