package dev.codexrunner.secret;

import java.nio.charset.StandardCharsets;

/** Passes pieces on as bytes: a character that an escape stood for becomes UTF-8, surrogates are paired. */
final class PieceWriter {

    private static final int CHARACTER = 1 << 24;
    private static final int ASCII = 0x80;

    private final ByteSink next;
    private int high;
    private long highStart;

    PieceWriter(ByteSink next) {
        this.next = next;
    }

    /** A piece that stands for a character, not for a byte. */
    static int character(int code) {
        return code >= 0 && code < ASCII ? code : CHARACTER | (code & (CHARACTER - 1));
    }

    void write(int value, long start, long end) {
        if (value == Pieces.NOTHING) {
            high = 0;
            return;
        }
        if (value < CHARACTER) {
            high = 0;
            next.put(value, start, end);
        } else {
            character(value & (CHARACTER - 1), start, end);
        }
    }

    private void character(int code, long start, long end) {
        if (Character.isBmpCodePoint(code) && Character.isHighSurrogate((char) code)) {
            high = code;
            highStart = start;
        } else if (high != 0 && Character.isBmpCodePoint(code) && Character.isLowSurrogate((char) code)) {
            utf8(Character.toCodePoint((char) high, (char) code), highStart, end);
            high = 0;
        } else {
            high = 0;
            utf8(Character.isValidCodePoint(code) ? code : '?', start, end);
        }
    }

    private void utf8(int code, long start, long end) {
        for (byte each : Character.toString(code).getBytes(StandardCharsets.UTF_8)) {
            next.put(each & 0xff, start, end);
        }
    }

    void cut() {
        high = 0;
        next.cut();
    }

    long undecidedFrom(long position) {
        long undecided = next.undecidedFrom(position);
        return high == 0 ? undecided : Math.min(undecided, highStart);
    }
}
