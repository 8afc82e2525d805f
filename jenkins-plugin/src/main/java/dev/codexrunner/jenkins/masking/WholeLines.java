package dev.codexrunner.jenkins.masking;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Passes on lines as a whole, so that no other writer's line comes into one of them. */
final class WholeLines extends FilterOutputStream {

    /** In bytes: a line that is longer comes in pieces. */
    private static final int LONGEST = 64 * 1024;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    WholeLines(OutputStream log) {
        super(log);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] text, int offset, int length) throws IOException {
        int end = offset + length;
        while (end > offset && text[end - 1] != '\n') {
            end--;
        }
        line.write(text, offset, end - offset);
        if (end > offset) {
            passOn();
        }
        line.write(text, end, offset + length - end);
        if (line.size() > LONGEST) {
            passOn();
        }
    }

    /** Of an unfinished line too. */
    void passOn() throws IOException {
        byte[] text = line.toByteArray();
        line.reset();
        if (text.length > 0) {
            out.write(text, 0, text.length);
        }
    }

    @Override
    public void close() throws IOException {
        try (OutputStream log = out) {
            passOn();
            log.flush();
        }
    }
}
