package dev.codexrunner.secret;

import java.util.ArrayList;
import java.util.List;

/** Keeps what a reading passes on: a character for each byte, a bar for each cut, and where each byte was written. */
final class RecordingSink implements ByteSink {

    private final StringBuilder text = new StringBuilder();
    private final List<String> places = new ArrayList<>();

    /** Gives each byte of the text to a reading, as the bytes of a stream from its first on. */
    static void feed(ByteSink reading, String text) {
        for (int i = 0; i < text.length(); i++) {
            reading.put(text.charAt(i), i, i + 1L);
        }
    }

    @Override
    public void put(int value, long start, long end) {
        text.append((char) value);
        places.add(start + "-" + end);
    }

    @Override
    public void cut() {
        text.append('|');
    }

    @Override
    public long undecidedFrom(long position) {
        return position;
    }

    String text() {
        return text.toString();
    }

    List<String> places() {
        return List.copyOf(places);
    }
}
