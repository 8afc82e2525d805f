package dev.codexrunner.jenkins.masking;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The log for a block that begins with what the log shows already: that much is left out. Closing it leaves the log open. */
final class Continued extends FilterOutputStream {

    private final byte[] shown;
    private int at;

    Continued(OutputStream log, byte[] shown) {
        super(log);
        this.shown = shown;
    }

    @Override
    public void write(int value) throws IOException {
        if (at < shown.length && shown[at] == (byte) value) {
            at++;
        } else {
            // A mask begins within it.
            at = shown.length;
            out.write(value);
        }
    }

    @Override
    public void write(byte[] text, int offset, int length) throws IOException {
        int from = offset;
        while (from < offset + length && at < shown.length) {
            write(text[from++]);
        }
        out.write(text, from, offset + length - from);
    }

    @Override
    public void close() {}
}
