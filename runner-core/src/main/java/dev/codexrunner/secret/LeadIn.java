package dev.codexrunner.secret;

/**
 * Recognises escape sequences that end in letters or digits ({@code \n}, {@code \}{@code u001b}, {@code %20}, ANSI
 * colours), so that a token right behind one is seen to start there: in {@code \nsk-...} the n is no part of a word.
 */
final class LeadIn {

    private static final int ESCAPE = 0x1b;

    private enum State {
        NONE,
        BACKSLASH,
        HEX,
        OCTAL,
        AFTER_ESCAPE,
        COLOUR
    }

    private State state = State.NONE;
    private int remaining;
    private int code;

    /** Whether this byte belongs to an escape sequence, and so ends a word even though it looks like a part of one. */
    boolean covers(byte value) {
        State before = state;
        state = State.NONE;
        return switch (before) {
            case NONE -> begins(value);
            case BACKSLASH -> afterBackslash(value);
            case HEX -> Ascii.isHexDigit(value) ? digit(16, value) : begins(value);
            case OCTAL -> Ascii.isDigit(value) ? digit(8, value) : begins(value);
            case AFTER_ESCAPE -> value == '[' ? go(State.COLOUR) : begins(value);
            case COLOUR -> (Ascii.isDigit(value) || value == ';') ? go(State.COLOUR) : Ascii.isLetterOrDigit(value);
        };
    }

    private boolean begins(byte value) {
        if (value == '\\') {
            state = State.BACKSLASH;
        } else if (value == '%') {
            digits(State.HEX, 2);
        } else if (value == ESCAPE) {
            state = State.AFTER_ESCAPE;
        }
        return state != State.NONE;
    }

    private boolean afterBackslash(byte value) {
        return switch (value) {
            case 'b', 'f', 'n', 'r', 't' -> true;
            case 'e' -> go(State.AFTER_ESCAPE);
            case 'u' -> digits(State.HEX, 4);
            case 'x' -> digits(State.HEX, 2);
            case '0' -> digits(State.OCTAL, 2);
            default -> begins(value);
        };
    }

    private boolean digits(State kind, int count) {
        remaining = count;
        code = 0;
        return go(kind);
    }

    private boolean digit(int base, byte value) {
        code = code * base + Character.digit(value, base);
        if (--remaining > 0) {
            return go(base == 16 ? State.HEX : State.OCTAL);
        }
        return code != ESCAPE || go(State.AFTER_ESCAPE);
    }

    private boolean go(State next) {
        state = next;
        return true;
    }
}
