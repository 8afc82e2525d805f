package dev.codexrunner.events;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Splits a byte stream into lines at {@code \n} only: codex's strings hold U+2028 and their like, which Java's own line
 * readers may take for a break. Lines beyond the bound are cut and counted, so that one endless line can't fill the
 * heap. Empty lines are passed over. Not thread-safe: one pump writes.
 */
public final class LineSplitter extends OutputStream {

    /** Above codex's own 1 MiB of command output with every character escaped, below what a small heap can hold. */
    public static final int DEFAULT_MAX_LINE_BYTES = 8 * 1024 * 1024;

    private static final int OVERSIZED_HEAD_BYTES = 4096;
    private static final int INITIAL_BYTES = 8 * 1024;
    private static final int KEPT_BYTES = 1024 * 1024;

    private final int maxLineBytes;
    private final Consumer<StreamLine> lines;
    private byte[] buffer = new byte[INITIAL_BYTES];
    private int used;
    private long length;
    private boolean closed;

    public LineSplitter(Consumer<StreamLine> lines) {
        this(DEFAULT_MAX_LINE_BYTES, lines);
    }

    /** @param maxLineBytes longest line that is kept whole, at least 1 */
    public LineSplitter(int maxLineBytes, Consumer<StreamLine> lines) {
        if (maxLineBytes < 1) {
            throw new IllegalArgumentException("maxLineBytes must be at least 1");
        }
        this.maxLineBytes = maxLineBytes;
        this.lines = lines;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        Objects.checkFromIndexSize(offset, count, bytes.length);
        int start = offset;
        int end = offset + count;
        for (int i = offset; i < end; i++) {
            if (bytes[i] == '\n') {
                append(bytes, start, i - start);
                deliver();
                start = i + 1;
            }
        }
        append(bytes, start, end - start);
    }

    /** Delivers a last line that has no line break. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            deliver();
            buffer = new byte[0];
        }
    }

    private void append(byte[] bytes, int offset, int count) {
        length += count;
        int kept = Math.min(count, roomLeft());
        if (kept > buffer.length - used) {
            long doubled = Math.max(2L * buffer.length, used + (long) kept);
            buffer = Arrays.copyOf(buffer, (int) Math.min(doubled, maxLineBytes + 1L));
        }
        System.arraycopy(bytes, offset, buffer, used, kept);
        used += kept;
    }

    /** One byte more than the bound, for a carriage return that doesn't count. */
    private int roomLeft() {
        return (int) Math.min(maxLineBytes + 1L, Integer.MAX_VALUE - 8L) - used;
    }

    private void deliver() {
        if (length == used && used > 0 && buffer[used - 1] == '\r') {
            used--;
            length--;
        }
        if (length > 0) {
            lines.accept(line());
        }
        used = 0;
        length = 0;
        if (buffer.length > KEPT_BYTES) {
            buffer = new byte[INITIAL_BYTES];
        }
    }

    private StreamLine line() {
        boolean truncated = length > maxLineBytes;
        int size = truncated ? Math.min(used, OVERSIZED_HEAD_BYTES) : used;
        ByteBuffer content = ByteBuffer.wrap(buffer, 0, size);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(content).toString();
            return new StreamLine(text, length, truncated, true);
        } catch (CharacterCodingException invalid) {
            String text = new String(buffer, 0, size, StandardCharsets.UTF_8);
            return new StreamLine(text, length, truncated, false);
        }
    }
}
