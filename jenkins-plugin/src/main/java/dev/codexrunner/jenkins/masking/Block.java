package dev.codexrunner.jenkins.masking;

import dev.codexrunner.secret.Redactor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Lines that are redacted as one text, as a secret may go over several of them. */
final class Block {

    /** In bytes. */
    static final int LONGEST = 64 * 1024;

    private final Redactor redactor;
    private final OutputStream log;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private Continued output;
    private OutputStream redacting;
    /** How much of the text is complete lines, and how much of it was passed on though a secret could go on behind it. */
    private int complete;

    private int passedOn;
    private boolean endless;

    /** @param again what the log shows already, the end of a line */
    Block(Redactor redactor, OutputStream log, byte[] again) throws IOException {
        this.redactor = redactor;
        this.log = log;
        output = new Continued(log, again);
        redacting = redactor.redacting(output);
        write(again, 0, again.length);
        complete = again.length;
        passedOn = again.length;
    }

    void write(byte[] bytes, int from, int to) throws IOException {
        if (!endless && text.size() + to - from > 2 * LONGEST) {
            passOnLines();
            endless = true;
            text.reset();
            output.forget();
        }
        redacting.write(bytes, from, to - from);
        if (!endless) {
            text.write(bytes, from, to - from);
        }
    }

    /** A line is complete; whether the block is so long that it should end with it. */
    boolean endsLine() {
        complete = text.size();
        return endless || complete >= LONGEST;
    }

    /**
     * Passes on the complete lines, and redacts all once more from the block's beginning: what goes on with a secret is
     * known as such nevertheless.
     */
    void passOnLines() throws IOException {
        if (endless || complete == passedOn) {
            return;
        }
        byte[] all = text.toByteArray();
        Continued lines = new Continued(log, output.shown());
        try (OutputStream last = redactor.redacting(lines)) {
            last.write(all, 0, complete);
        }
        output = new Continued(log, lines.shown());
        redacting = redactor.redacting(output);
        redacting.write(all);
        passedOn = complete;
    }

    void flush() throws IOException {
        redacting.flush();
    }

    /** Passes on all of it. */
    void end() throws IOException {
        redacting.close();
    }
}
