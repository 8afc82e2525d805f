package dev.codexrunner.jenkins.log;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A log in which a line says where text was left out because it could not be masked: one line for all that is left out in a
 * row. Of a line that is left out in part the rest goes too, as a secret's second half would be in it.
 */
final class MarkedLog extends FilterOutputStream {

    private boolean atLineStart = true;
    private boolean marked;
    private boolean inLeftOutLine;

    MarkedLog(OutputStream log) {
        super(log);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] text, int offset, int length) throws IOException {
        if (length > 0) {
            out.write(text, offset, length);
            atLineStart = text[offset + length - 1] == '\n';
            marked = false;
        }
    }

    /**
     * Says that text is missing.
     *
     * @param inLine whether the line goes on
     */
    void leaveOut(String mark, boolean inLine) throws IOException {
        inLeftOutLine = inLine;
        if (!marked) {
            out.write(((atLineStart ? "" : "\n") + mark + "\n").getBytes(StandardCharsets.UTF_8));
            atLineStart = true;
            marked = true;
        }
    }

    /** Where in a text that comes now that begins which is not part of a line that is left out; its end where it has none. */
    int behindLeftOut(byte[] text, int offset, int length) {
        int at = offset;
        while (inLeftOutLine && at < offset + length) {
            inLeftOutLine = text[at] != '\n';
            at++;
        }
        return at;
    }
}
