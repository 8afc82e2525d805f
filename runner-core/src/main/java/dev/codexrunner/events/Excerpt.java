package dev.codexrunner.events;

/** Cuts texts to a length without tearing a character apart. */
public final class Excerpt {

    private Excerpt() {}

    /** The beginning of a text, at most {@code maxChars} long. */
    public static String head(CharSequence text, int maxChars) {
        if (text.length() <= maxChars) {
            return text.toString();
        }
        int end = Math.max(0, maxChars);
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.subSequence(0, end).toString();
    }

    /** The end of a text, at most {@code maxChars} long. */
    public static String tail(CharSequence text, int maxChars) {
        if (text.length() <= maxChars) {
            return text.toString();
        }
        int start = text.length() - Math.max(0, maxChars);
        if (start < text.length() && Character.isLowSurrogate(text.charAt(start))) {
            start++;
        }
        return text.subSequence(start, text.length()).toString();
    }

    /** Beginning and end of a text, half of {@code maxChars} each, with a note of what was left out between them. */
    public static String headAndTail(CharSequence text, int maxChars) {
        if (text.length() <= maxChars) {
            return text.toString();
        }
        String head = head(text, maxChars / 2);
        String tail = tail(text, maxChars / 2);
        int omitted = text.length() - head.length() - tail.length();
        return head + "\n[... " + omitted + " characters left out ...]\n" + tail;
    }
}
