package dev.codexrunner.jenkins.masking;

import dev.codexrunner.secret.Redactor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Redacts a log in blocks of lines. A redacting stream holds back whatever may still become part of a secret, a few letters
 * at the end of most lines: on a live console each line would miss its end until the next one comes. So a block ends, and
 * with it all that is held back, where no more than a few letters of a secret can have begun; these the next block sees again.
 */
final class MaskedLog extends OutputStream {

    /** What a secret could go on in is waited for up to here. */
    static final int MOST_LINES = 400;

    /** In bytes, of one block. */
    private static final int MOST_BYTES = 64 * 1024;

    /** In bytes, of the end of a line that is looked at. */
    private static final int LONGEST_TAIL = 1024;

    private final OutputStream log;
    private final Redactor redactor;
    private final LineEnds lineEnds;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private OutputStream block;
    private int lines;
    private int bytes;
    private boolean closed;

    MaskedLog(OutputStream log, Redactor redactor, LineEnds lineEnds) {
        this.log = log;
        this.redactor = redactor;
        this.lineEnds = lineEnds;
        this.block = redactor.redacting(new Continued(log, new byte[0]));
    }

    @Override
    public synchronized void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] text, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("The log is closed.");
        }
        int from = offset;
        for (int i = offset; i < offset + length; i++) {
            if (text[i] == '\n') {
                append(text, from, i + 1);
                endLine();
                from = i + 1;
            }
        }
        append(text, from, offset + length);
    }

    private void append(byte[] text, int from, int to) throws IOException {
        block.write(text, from, to - from);
        bytes += to - from;
        int kept = Math.min(to - from, LONGEST_TAIL);
        if (line.size() + kept > 2 * LONGEST_TAIL) {
            byte[] all = line.toByteArray();
            line.reset();
            line.write(all, all.length - LONGEST_TAIL, LONGEST_TAIL);
        }
        line.write(text, to - kept, kept);
    }

    private void endLine() throws IOException {
        lines++;
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        int begun = lineEnds.begun(text);
        if (!lineEnds.waits(text, begun, lines == 1) || lines >= MOST_LINES || bytes >= MOST_BYTES) {
            endBlock(text.substring(text.length() - begun));
        }
    }

    /** @param shown the end of what it shows, with which a secret may have begun: the next block looks at it once more */
    private void endBlock(String shown) throws IOException {
        lines = 0;
        bytes = 0;
        block.close();
        block = newBlock(shown);
    }

    private OutputStream newBlock(String shown) throws IOException {
        byte[] again = shown.getBytes(StandardCharsets.UTF_8);
        OutputStream next = redactor.redacting(new Continued(log, again));
        next.write(again);
        return next;
    }

    /** Passes on what is decided. */
    @Override
    public synchronized void flush() throws IOException {
        block.flush();
    }

    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (OutputStream target = log) {
            block.close();
            target.flush();
        }
    }
}
