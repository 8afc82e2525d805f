package dev.codexrunner.secret;

/**
 * Keeps JSON escapes whole. A secret that starts with n, behind a backslash, would leave half an escape and with it a line
 * that no parser reads; the mask then begins at the backslash.
 */
final class EscapeEdge {

    private static final int UNICODE = 5;
    private static final int LOOK_BACK = 64;

    private EscapeEdge() {}

    /** The latest index up to {@code cut} that does not lie within an escape. */
    static int before(byte[] bytes, int cut) {
        int slash = cut - 1;
        int digits = 0;
        while (slash >= 0 && digits < UNICODE - 1 && Ascii.isHexDigit(bytes[slash])) {
            slash--;
            digits++;
        }
        if (slash >= 1 && bytes[slash] == 'u' && startsEscape(bytes, slash - 1)) {
            return slash + UNICODE > cut ? slash - 1 : cut;
        }
        return cut >= 1 && startsEscape(bytes, cut - 1) ? cut - 1 : cut;
    }

    /** Whether the byte is a backslash that is not itself escaped. */
    private static boolean startsEscape(byte[] bytes, int index) {
        int first = index;
        while (first >= 0 && index - first < LOOK_BACK && bytes[first] == '\\') {
            first--;
        }
        return (index - first) % 2 == 1;
    }
}
