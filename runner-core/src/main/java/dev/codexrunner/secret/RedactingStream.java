package dev.codexrunner.secret;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Supplier;

/**
 * Writes what it is given without what must not be shown. Holds back only what may still become part of a secret: at most
 * the longest spelling or the longest JWT header, whichever is longer.
 */
final class RedactingStream extends FilterOutputStream {

    private static final int BLOCK = 8 * 1024;

    private final Supplier<KnownForms> latest;
    private final HeldBytes held;
    private final List<SpanFinder> shapes = List.of(new TokenFinder(), new PrivateKeyFinder());
    private KnownForms known;
    private List<SpanFinder> forms;
    private boolean closed;

    RedactingStream(OutputStream target, Supplier<KnownForms> latest) {
        super(target);
        this.latest = latest;
        this.held = new HeldBytes(target);
        this.known = latest.get();
        this.forms = known.finders(0);
    }

    @Override
    public synchronized void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("The stream is closed.");
        }
        for (int done = 0; done < length; done += BLOCK) {
            accept(bytes, offset + done, Math.min(BLOCK, length - done));
        }
    }

    private void accept(byte[] bytes, int offset, int length) throws IOException {
        learnWhatIsNew();
        held.append(bytes, offset, length);
        long undecided = Long.MAX_VALUE;
        for (SpanFinder finder : forms) {
            finder.accept(bytes, offset, length, held::mask);
            undecided = Math.min(undecided, finder.undecidedFrom());
        }
        for (SpanFinder finder : shapes) {
            finder.accept(bytes, offset, length, held::mask);
            undecided = Math.min(undecided, finder.undecidedFrom());
        }
        held.release(undecided);
    }

    /** A secret learned while the stream runs counts from what is held back on. */
    private void learnWhatIsNew() {
        KnownForms now = latest.get();
        if (now != known) {
            known = now;
            forms = now.finders(held.start());
            forms.forEach(held::replay);
        }
    }

    /** Passes on what is decided; a beginning of a secret stays back. */
    @Override
    public synchronized void flush() throws IOException {
        out.flush();
    }

    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (OutputStream target = out) {
            shapes.forEach(finder -> finder.end(held::mask));
            held.releaseAll();
            target.flush();
        }
    }
}
