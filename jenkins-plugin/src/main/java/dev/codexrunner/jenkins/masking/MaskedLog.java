package dev.codexrunner.jenkins.masking;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A log whose writes come in any pieces, from any thread. */
final class MaskedLog extends FilterOutputStream {

    MaskedLog(OutputStream masking) {
        super(masking);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }
}
