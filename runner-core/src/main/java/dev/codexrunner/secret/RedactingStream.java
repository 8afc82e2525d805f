package dev.codexrunner.secret;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes what it is given without what must not be shown. Holds back only what may still become part of a secret: never
 * more than {@link KnownSecretFinder#LONGEST_HELD} and one block.
 */
final class RedactingStream extends FilterOutputStream {

    private static final int BLOCK = 8 * 1024;

    private final Supplier<KnownForms> latest;
    private final HeldBytes held;
    private final List<SpanFinder> shapes;
    private KnownForms known = KnownForms.NONE;
    private Optional<SpanFinder> forms = Optional.empty();
    private boolean closed;

    RedactingStream(OutputStream target, Supplier<KnownForms> latest) {
        super(target);
        this.latest = latest;
        this.held = new HeldBytes(target);
        this.shapes = List.of(new TokenFinder(held::mask), new PrivateKeyFinder(held::mask));
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
        forms.ifPresent(finder -> finder.accept(bytes, offset, length));
        long undecided = forms.map(SpanFinder::undecidedFrom).orElse(Long.MAX_VALUE);
        for (SpanFinder finder : shapes) {
            finder.accept(bytes, offset, length);
            undecided = Math.min(undecided, finder.undecidedFrom());
        }
        held.release(undecided);
    }

    /** A secret learned while the stream runs counts from what is held back on. */
    private void learnWhatIsNew() {
        if (!known.isOutdated()) {
            return;
        }
        // Let go of before the next are made: both at once may be more than there is memory.
        known = KnownForms.NONE;
        forms = Optional.empty();
        known = latest.get();
        if (known != KnownForms.NONE) {
            forms = known.finder(held.start(), held::mask);
            forms.ifPresent(held::replay);
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
            forms.ifPresent(SpanFinder::end);
            shapes.forEach(SpanFinder::end);
            held.releaseAll();
            target.flush();
        }
    }
}
