package dev.codexrunner.jenkins.masking;

import dev.codexrunner.secret.Redactor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Redacts a log in blocks of lines. A redacting stream holds back whatever may still become part of a secret, a few letters
 * at the end of most lines: on a live console each line would miss its end until the next one comes. So a block ends, and
 * with it all that is held back, where no more than a few letters of a secret can have begun; these the next block sees again.
 */
final class MaskedLog extends MaskingStream {

    /** What a secret could go on in is waited for up to here. */
    static final int MOST_LINES = 400;

    /** In bytes, of the end of a line that is looked at. */
    private static final int LONGEST_TAIL = 1024;

    private final WholeLines log;
    private final Redactor redactor;
    private final LineEnds lineEnds;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private @Nullable Block block;
    private int lines;
    private boolean closed;

    MaskedLog(OutputStream log, Redactor redactor, LineEnds lineEnds) {
        this.log = new WholeLines(log);
        this.redactor = redactor;
        this.lineEnds = lineEnds;
    }

    @Override
    public synchronized void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] text, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("Stream closed");
        }
        Block current = block == null ? new Block(redactor, log, new byte[0]) : block;
        int from = offset;
        for (int i = offset; i < offset + length; i++) {
            if (text[i] == '\n') {
                append(current, text, from, i + 1);
                current = endLine(current);
                from = i + 1;
            }
        }
        append(current, text, from, offset + length);
        block = current;
    }

    private void append(Block current, byte[] text, int from, int to) throws IOException {
        current.write(text, from, to);
        int kept = Math.min(to - from, LONGEST_TAIL);
        if (line.size() + kept > 2 * LONGEST_TAIL) {
            byte[] all = line.toByteArray();
            line.reset();
            line.write(all, all.length - LONGEST_TAIL, LONGEST_TAIL);
        }
        line.write(text, to - kept, kept);
    }

    /** The block for the next line. */
    private Block endLine(Block current) throws IOException {
        lines++;
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        int begun = lineEnds.begun(text);
        boolean tooLong = current.endsLine() || lines >= MOST_LINES;
        if (!tooLong && lineEnds.waits(text, begun, lines == 1)) {
            return current;
        }
        lines = 0;
        current.end();
        // With the end of what it shows a secret may have begun: the next block looks at it once more.
        return new Block(redactor, log, text.substring(text.length() - begun).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void passOnLines() throws IOException {
        if (block != null && !closed) {
            block.passOnLines();
        }
    }

    @Override
    public synchronized void flush() throws IOException {
        if (block != null && !closed) {
            block.flush();
        }
        log.passOn();
        log.flush();
    }

    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (OutputStream target = log) {
            if (block != null) {
                block.end();
            }
            target.flush();
        }
    }
}
