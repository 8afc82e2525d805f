package dev.codexrunner.report;

/** Text that XML 1.0 can carry: what it can't becomes U+FFFD. */
public final class XmlText {

    private static final int REPLACEMENT = 0xFFFD;

    private XmlText() {}

    public static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        ConsoleText.neutralised(text).codePoints().forEach(c -> legal.appendCodePoint(isLegal(c) ? c : REPLACEMENT));
        return legal.toString();
    }

    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
