package dev.codexrunner.secret;

/** Classes of ASCII bytes, without a locale and without Unicode's surprises. */
final class Ascii {

    private Ascii() {}

    static boolean isLetterOrDigit(int value) {
        return isUpper(value) || isLower(value) || isDigit(value);
    }

    static boolean isUpper(int value) {
        return value >= 'A' && value <= 'Z';
    }

    static boolean isLower(int value) {
        return value >= 'a' && value <= 'z';
    }

    static boolean isDigit(int value) {
        return value >= '0' && value <= '9';
    }

    static boolean isHexDigit(int value) {
        return isDigit(value) || (value >= 'a' && value <= 'f') || (value >= 'A' && value <= 'F');
    }

    /** The value of a hexadecimal digit in either case. */
    static int hexDigit(int value) {
        return isDigit(value) ? value - '0' : (value | 0x20) - 'a' + 10;
    }
}
