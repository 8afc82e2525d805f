package dev.codexrunner.secret;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads what xxd, hexdump and od print, line by line: an address, which is left out; groups of hexadecimal digits, read as
 * bytes and as words with the lower byte first; the same bytes as text in the margin. A line without its address, or its
 * number, is read as text too: {@code od -c}, {@code cat -n}, {@code grep -n}.
 */
final class DumpDecoder implements ByteSink {

    private static final int LONGEST_ADDRESS = 16;
    private static final int SHORTEST_ADDRESS = 6;
    private static final int WORD = 4;
    private static final int MARGIN_BLANKS = 3;

    private enum Part {
        ADDRESS,
        GROUPS,
        MARGIN
    }

    private final HexPairs bytes;
    private final ByteSink words;
    private final WideWords wide;
    private final DumpMargin margin;
    private final ByteSink unnumbered;

    private final int[] address = new int[LONGEST_ADDRESS];
    private final long[] addressStarts = new long[LONGEST_ADDRESS];
    private final long[] addressEnds = new long[LONGEST_ADDRESS];
    private int addressLength;

    private final int[] group = new int[WORD];
    private int groupLength;
    private long groupStart;

    private Part part = Part.ADDRESS;
    /** Whether the line has an address or a number; all others are read elsewhere. */
    private boolean numbered;

    /** Whether the line has had a digit: blanks before it align it, those behind begin the margin. */
    private boolean grouped;

    private boolean colon;
    private int blanks;

    /**
     * @param groups makes a reading of what groups of digits stand for
     * @param margin the text beside them
     * @param unnumbered lines as text, without their address
     */
    DumpDecoder(Function<Consumer<Span>, ByteSink> groups, ByteSink margin, ByteSink unnumbered, Consumer<Span> found) {
        this.margin = new DumpMargin(margin, found);
        this.bytes = new HexPairs(groups.apply(this.margin::found));
        this.words = groups.apply(this.margin::found);
        this.wide = new WideWords(groups.apply(this.margin::found));
        this.unnumbered = unnumbered;
    }

    @Override
    public void put(int value, long start, long end) {
        if (value == '\n') {
            endLine();
            return;
        }
        margin.beginLine(start);
        if (part == Part.ADDRESS) {
            address(value, start, end);
        } else {
            if (numbered) {
                unnumbered.put(value, start, end);
            }
            content(value, start, end);
        }
    }

    private void address(int value, long start, long end) {
        if (Ascii.isHexDigit(value) && addressLength < LONGEST_ADDRESS) {
            address[addressLength] = value;
            addressStarts[addressLength] = start;
            addressEnds[addressLength++] = end;
            return;
        }
        boolean blank = value == ' ' || value == '\t';
        if (addressLength == 0 && blank) {
            return;
        }
        colon = value == ':';
        part = Part.GROUPS;
        numbered = addressLength > 0 && (blank || colon || value == '|');
        if (numbered) {
            if (addressLength < SHORTEST_ADDRESS) {
                groups();
                align();
            }
            addressLength = 0;
            blanks = 0;
            return;
        }
        groups();
        addressLength = 0;
        put(value, start, end);
    }

    /** What looked like an address is the first group. */
    private void groups() {
        for (int i = 0; i < addressLength; i++) {
            content(address[i], addressStarts[i], addressEnds[i]);
        }
    }

    private void content(int value, long start, long end) {
        if (part == Part.MARGIN) {
            if (numbered) {
                margin.put(value, blanks, start, end);
            }
        } else if (Ascii.isHexDigit(value)) {
            blanks = 0;
            grouped = true;
            digit(Ascii.hexDigit(value), start, end);
        } else if (value == ' ' || value == '\t') {
            align();
            blanks += grouped ? 1 : 0;
            part = blanks >= (colon ? 2 : MARGIN_BLANKS) ? Part.MARGIN : part;
        } else {
            align();
            part = Part.MARGIN;
            if (numbered) {
                margin.put(value, blanks, start, end);
            }
        }
    }

    private void digit(int digit, long start, long end) {
        bytes.digit(digit, start, end);
        wide.digit(digit, start, end);
        if (groupLength == 0) {
            groupStart = start;
        }
        if (groupLength < WORD) {
            group[groupLength] = digit;
        }
        if (++groupLength == WORD) {
            words.put((group[2] << 4) | group[3], groupStart, end);
            words.put((group[0] << 4) | group[1], groupStart, end);
            groupLength = 0;
        }
    }

    private void align() {
        bytes.align();
        wide.align();
        groupLength = 0;
    }

    private void endLine() {
        if (part == Part.ADDRESS) {
            part = Part.GROUPS;
            groups();
        }
        align();
        margin.endLine();
        grouped = false;
        numbered = false;
        part = Part.ADDRESS;
        colon = false;
        blanks = 0;
        addressLength = 0;
    }

    /** The stream has ended, and with it the last line. */
    void end() {
        endLine();
    }

    @Override
    public void cut() {
        bytes.cut();
        words.cut();
        wide.cut();
        margin.cut();
        unnumbered.cut();
        groupLength = 0;
        addressLength = 0;
        grouped = false;
        part = Part.ADDRESS;
    }

    @Override
    public long undecidedFrom(long position) {
        long undecided = Math.min(bytes.undecidedFrom(position), words.undecidedFrom(position));
        undecided = Math.min(undecided, wide.undecidedFrom(position));
        undecided = Math.min(undecided, margin.undecidedFrom(position));
        undecided = Math.min(undecided, unnumbered.undecidedFrom(position));
        undecided = addressLength > 0 ? Math.min(undecided, addressStarts[0]) : undecided;
        return groupLength > 0 && position - groupStart < DictionaryMatcher.LONGEST_GAP
                ? Math.min(undecided, groupStart)
                : undecided;
    }
}
