package dev.codexrunner.secret;

import java.io.ByteArrayOutputStream;

/** Keeps what a reading makes of a text. */
final class CollectedBytes implements ByteSink {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void put(int value, long start, long end) {
        bytes.write(value);
    }

    @Override
    public void cut() {
        bytes.reset();
    }

    @Override
    public long undecidedFrom(long position) {
        return position;
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
