package dev.codexrunner.jenkins.masking;

import java.io.IOException;
import java.io.OutputStream;

/** Masks a log. No line of it comes in pieces, unless nobody ends it. */
public abstract class MaskingStream extends OutputStream {

    /**
     * Passes on the complete lines that wait for what follows them: something else is about to be written to the log, and
     * would come before them. If a secret has begun in them it is masked from there on.
     */
    public abstract void passOnLines() throws IOException;

    /** Passes on what is decided, of an unfinished line too. */
    @Override
    public abstract void flush() throws IOException;
}
