package dev.codexrunner.report.index;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** The first bytes of a stream; then it is over, as if the file ended there. */
final class BoundedInput extends FilterInputStream {

    private final LongConsumer count;
    private long left;

    /** @param count is told how many bytes were read, at each time */
    BoundedInput(InputStream whole, long most, LongConsumer count) {
        super(whole);
        this.count = count;
        left = most;
    }

    @Override
    public int read() throws IOException {
        int read = left == 0 ? -1 : super.read();
        took(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = left == 0 ? -1 : super.read(buffer, offset, (int) Math.min(length, left));
        took(Math.max(0, read));
        return read;
    }

    private void took(int bytes) {
        left -= bytes;
        count.accept(bytes);
    }
}
