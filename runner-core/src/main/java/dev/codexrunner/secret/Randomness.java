package dev.codexrunner.secret;

/**
 * How often neighbours differ in class (upper case, lower case, digit), from 0 to 1. Random base62 comes to about 0.6,
 * hexadecimal to 0.45, words and camelCase stay below 0.25. Dashes and underscores don't count.
 */
final class Randomness {

    private Randomness() {}

    static double of(byte[] text, int start, int end) {
        int before = 0;
        int changes = 0;
        int counted = 0;
        for (int i = start; i < end; i++) {
            int now = classOf(text[i]);
            if (now != 0) {
                counted++;
                changes += (before != 0 && before != now) ? 1 : 0;
            }
            before = now;
        }
        return counted == 0 ? 0 : (double) changes / counted;
    }

    private static int classOf(byte value) {
        if (Ascii.isUpper(value)) {
            return 1;
        }
        if (Ascii.isLower(value)) {
            return 2;
        }
        return Ascii.isDigit(value) ? 3 : 0;
    }
}
