package dev.codexrunner.report;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Locale;

/**
 * Passes JSON on such that it means the same and can't speak to the CI or its terminal: a {@code ##}, and what a terminal
 * obeys or doesn't show, is written with an escape that every parser undoes.
 *
 * <p>Outside of strings JSON has no {@code #} and none of the invisible characters, a carriage return is mere blank there,
 * and no line of it begins with {@code ::}.
 */
final class HarmlessJson extends FilterWriter {

    private boolean afterHash;

    HarmlessJson(Writer out) {
        super(out);
    }

    static String of(String json) {
        StringWriter harmless = new StringWriter(json.length());
        try {
            new HarmlessJson(harmless).write(json, 0, json.length());
        } catch (IOException impossible) {
            throw new IllegalStateException("Memory can be written.", impossible);
        }
        return harmless.toString();
    }

    @Override
    public void write(int value) throws IOException {
        char character = (char) value;
        boolean escaped = isInvisible(character) || (character == '#' && afterHash);
        afterHash = character == '#' && !afterHash;
        if (escaped) {
            out.write(String.format(Locale.ROOT, "\\u%04x", value));
        } else {
            out.write(character == '\r' ? ' ' : character);
        }
    }

    /** What JSON lets stand in a string as it is. */
    private static boolean isInvisible(char character) {
        return (character >= 0x7f && character <= 0x9f)
                || character == '\u2028'
                || character == '\u2029'
                || Character.getType(character) == Character.FORMAT;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(characters[i]);
        }
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(text.charAt(i));
        }
    }
}
