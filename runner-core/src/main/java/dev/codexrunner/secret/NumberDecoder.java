package dev.codexrunner.secret;

/**
 * Reads lists of numbers as bytes: decimal ones, with a sign as Java has it ({@code [115, 107, -3]}) or without, also of two, four or eight bytes, and octal
 * ones of three digits or, for two bytes, of six, as {@code od} prints them. Longer ones at the start of a line are its
 * address.
 */
final class NumberDecoder implements ByteSink {

    private static final int LONGEST = 19;
    private static final int OCTAL_BYTE = 3;
    private static final int OCTAL_WORD = 6;

    private final ByteSink decimal;
    private final ByteSink octal;
    private boolean started;
    private boolean negative;
    private int digits;
    private long asDecimal;
    private int asOctal;
    private boolean isOctal = true;
    private boolean firstOfLine = true;
    private long start;
    private long lastEnd;

    NumberDecoder(ByteSink decimal, ByteSink octal) {
        this.decimal = decimal;
        this.octal = octal;
    }

    @Override
    public void put(int value, long itsStart, long end) {
        if (Ascii.isDigit(value) && digits < LONGEST) {
            digit(value - '0', itsStart, end);
        } else if (separates(value)) {
            number();
            negative = value == '-';
            start = itsStart;
            firstOfLine = value == '\n' || (firstOfLine && digits == 0 && !started);
            digits = 0;
        } else {
            cut();
            firstOfLine = false;
        }
    }

    private void digit(int digit, long itsStart, long end) {
        if (digits == 0) {
            start = negative ? Math.min(start, itsStart) : itsStart;
            asDecimal = 0;
            asOctal = 0;
            isOctal = true;
        }
        digits++;
        started = true;
        asDecimal = asDecimal * 10 + digit;
        asOctal = (asOctal << 3) | digit;
        isOctal &= digit < 8;
        lastEnd = end;
    }

    private static boolean separates(int value) {
        return switch (value) {
            case ' ', '\t', '\n', '\r', ',', ';', '[', ']', '{', '}', '(', ')', '-' -> true;
            default -> false;
        };
    }

    private void number() {
        if (digits == 0 || (digits > OCTAL_WORD && firstOfLine)) {
            return;
        }
        firstOfLine = false;
        if (!negative) {
            decimalWord();
        } else if (asDecimal <= -Byte.MIN_VALUE) {
            decimal.put((int) -asDecimal & 0xff, start, lastEnd);
        } else {
            decimal.cut();
        }
        if (isOctal && digits == OCTAL_BYTE && asOctal <= 0xff) {
            octal.put(asOctal, start, lastEnd);
        } else if (isOctal && digits == OCTAL_WORD && asOctal <= 0xffff) {
            octal.put(asOctal & 0xff, start, lastEnd);
            octal.put(asOctal >> 8, start, lastEnd);
        } else {
            octal.cut();
        }
    }

    /** One byte or, lowest first, several; upper ones that are nought are none of a text. */
    private void decimalWord() {
        long left = asDecimal;
        do {
            decimal.put((int) (left & 0xff), start, lastEnd);
            left >>>= Byte.SIZE;
        } while (left != 0);
    }

    /** The stream has ended, and with it a number that it ended in. */
    void end() {
        number();
    }

    @Override
    public void cut() {
        if (started) {
            number();
            decimal.cut();
            octal.cut();
        }
        started = false;
        negative = false;
        digits = 0;
    }

    @Override
    public long undecidedFrom(long position) {
        if (started && position - lastEnd > DictionaryMatcher.LONGEST_GAP) {
            cut();
        }
        if (!started) {
            return position;
        }
        long undecided = Math.min(decimal.undecidedFrom(position), octal.undecidedFrom(position));
        return digits == 0 && !negative ? undecided : Math.min(undecided, start);
    }
}
