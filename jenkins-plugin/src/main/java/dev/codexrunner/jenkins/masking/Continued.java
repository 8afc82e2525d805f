package dev.codexrunner.jenkins.masking;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The log for a block that begins with what the log shows already: that much is left out. Closing it leaves the log open. */
final class Continued extends FilterOutputStream {

    private final byte[] before;
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();
    private int at;
    private boolean differs;
    private boolean forgetful;

    Continued(OutputStream log, byte[] shown) {
        super(log);
        this.before = shown;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] text, int offset, int length) throws IOException {
        if (!forgetful) {
            all.write(text, offset, length);
        }
        int from = offset;
        while (from < offset + length && at < before.length && !differs) {
            if (before[at] == text[from]) {
                at++;
                from++;
            } else {
                // A mask begins within it.
                differs = true;
            }
        }
        out.write(text, from, offset + length - from);
    }

    /** The whole of the block as far as the log shows it. */
    byte[] shown() {
        return differs || at == before.length ? all.toByteArray() : before;
    }

    /** Keeps no more of it, as it may be long. */
    void forget() {
        forgetful = true;
        all.reset();
    }

    @Override
    public void close() {}
}
