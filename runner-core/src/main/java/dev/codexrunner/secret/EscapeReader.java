package dev.codexrunner.secret;

import java.util.function.IntPredicate;

/** Reads the escape that begins at a piece, and puts what it stands for in its place. */
final class EscapeReader {

    enum Result {
        /** The piece now holds what the escape stands for. */
        READ,
        /** No escape begins here. */
        NONE,
        /** Whether one begins here depends on bytes to come. */
        INCOMPLETE
    }

    private static final int MORE = -1;

    private static final int ESCAPE = 0x1b;
    private static final String LETTERS = "nrtbfvae";
    private static final String CONTROLS = "\n\r\t\b\f\u000b\u0007\u001b";
    private static final int HIGHEST_OCTAL_START = '3';
    private static final int LONGEST_BRACED = 6;

    private final Escapes escapes;
    private final Pieces pieces;
    /** Makes the piece at an index what it stands for, if it can: escapes nest. */
    private final IntPredicate resolve;

    EscapeReader(Escapes escapes, Pieces pieces, IntPredicate resolve) {
        this.escapes = escapes;
        this.pieces = pieces;
        this.resolve = resolve;
    }

    Result read(int index) {
        return switch (pieces.value(index)) {
            case '\\' -> backslash(index);
            case '%' -> percent(index);
            case '&' -> entity(index);
            default -> ansi(index);
        };
    }

    private Result backslash(int index) {
        if (index + 1 >= pieces.count()) {
            return Result.INCOMPLETE;
        }
        int next = pieces.value(index + 1);
        if (escapes == Escapes.NONE && next == '\\') {
            return Result.NONE;
        }
        // A backslash that was itself escaped goes with what the next escape stands for.
        boolean outer = next == '\\' && pieces.isDecoded(index) && !pieces.isDecoded(index + 1);
        if (outer || next == '%' || next == '&' || next == ESCAPE) {
            if (!resolve.test(index + 1)) {
                return Result.INCOMPLETE;
            }
            next = pieces.value(index + 1);
        }
        if (next == '\\') {
            return replace(index, 2, '\\');
        }
        return switch (next) {
            case 'u' ->
                index + 2 < pieces.count() && pieces.value(index + 2) == '{' ? braced(index) : hex(index, index + 2, 4);
            case 'U' -> hex(index, index + 2, 8);
            case 'x' -> hex(index, index + 2, 2);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> escapes == Escapes.ALL ? octal(index) : itself(index, next);
            default -> escapes == Escapes.ALL ? letter(index, next) : itself(index, next);
        };
    }

    private Result letter(int index, int next) {
        int control = LETTERS.indexOf(next);
        if (control >= 0) {
            return replace(index, 2, CONTROLS.charAt(control));
        }
        return itself(index, next);
    }

    /** A backslash before what needs none. */
    private Result itself(int index, int next) {
        pieces.replace(index, 2, next);
        pieces.settle(index);
        return Result.READ;
    }

    /** {@code %26} or, of JavaScript's escape(), {@code %u0026}. */
    private Result percent(int index) {
        int first = character(index + 1);
        if (first == MORE) {
            return Result.INCOMPLETE;
        }
        return first == 'u' ? hex(index, index + 2, 4) : hex(index, index + 1, 2);
    }

    private Result hex(int index, int from, int digits) {
        int code = 0;
        for (int i = from; i < from + digits; i++) {
            int value = character(i);
            if (value == MORE) {
                return Result.INCOMPLETE;
            }
            int digit = value < 0 ? -1 : Character.digit(value, 16);
            if (digit < 0) {
                return Result.NONE;
            }
            code = (code << 4) | digit;
        }
        return code(index, from + digits - index, digits == 2 ? code : PieceWriter.character(code));
    }

    private Result braced(int index) {
        int code = 0;
        for (int i = index + 3; i <= index + 3 + LONGEST_BRACED; i++) {
            int value = character(i);
            if (value == MORE) {
                return Result.INCOMPLETE;
            }
            if (value == '}') {
                return code(index, i + 1 - index, PieceWriter.character(code));
            }
            int digit = value < 0 ? -1 : Character.digit(value, 16);
            if (digit < 0) {
                return Result.NONE;
            }
            code = (code << 4) | digit;
        }
        return Result.NONE;
    }

    private Result code(int index, int length, int code) {
        return escapes == Escapes.NONE && code != ESCAPE ? Result.NONE : replace(index, length, code);
    }

    private Result octal(int index) {
        int most = pieces.value(index + 1) <= HIGHEST_OCTAL_START ? 3 : 2;
        int code = 0;
        int i = index + 1;
        for (; i <= index + most; i++) {
            int value = character(i);
            if (value == MORE) {
                return Result.INCOMPLETE;
            }
            if (value < '0' || value > '7') {
                break;
            }
            code = (code << 3) | (value - '0');
        }
        return replace(index, i - index, code);
    }

    private Result entity(int index) {
        StringBuilder name = new StringBuilder();
        for (int i = index + 1; name.length() <= Entities.LONGEST; i++) {
            int value = character(i);
            if (value == MORE) {
                return Result.INCOMPLETE;
            }
            if (value == ';') {
                int code = Entities.code(name.toString());
                return code < 0 ? Result.NONE : replace(index, i + 1 - index, PieceWriter.character(code));
            }
            if (!Ascii.isLetterOrDigit(value) && value != '#') {
                return Result.NONE;
            }
            name.append((char) value);
        }
        return Result.NONE;
    }

    /** A control sequence ({@code ESC [ ... letter}) or a short escape sequence. */
    private Result ansi(int index) {
        int first = character(index + 1);
        boolean control = first == '[';
        for (int i = index + (control ? 2 : 1); i < index + Unescaper.LONGEST_ESCAPE; i++) {
            int value = character(i);
            if (value == MORE) {
                return Result.INCOMPLETE;
            }
            if (value >= (control ? '@' : '0') && value <= '~' && value != ']') {
                pieces.remove(index, i + 1 - index);
                return Result.READ;
            }
            if (value < ' ' || value > (control ? '?' : '/')) {
                return Result.NONE;
            }
        }
        return Result.NONE;
    }

    /** What stands at an index, its own escape undone. */
    private int character(int index) {
        return resolve.test(index) ? pieces.value(index) : MORE;
    }

    private Result replace(int index, int length, int value) {
        pieces.replace(index, length, value);
        return Result.READ;
    }
}
