package dev.codexrunner.jenkins.log;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A build's log that masks from the moment on when there is something to mask. What looks like the beginning of a secret is
 * held back until the next write, and for a second at most: many who write to a log neither flush nor close it. Where the
 * mask breaks, the log goes on without.
 */
final class BuildLog extends OutputStream {

    private static final Logger LOGGER = Logger.getLogger(BuildLog.class.getName());

    /** In milliseconds. */
    private static final long QUIET = 1000;

    private final OutputStream log;
    private final Supplier<Optional<Masker>> masker;
    private final Later later;
    private @Nullable MaskedPart part;
    private boolean broken;
    private boolean awaited;
    private long writes;

    /** Runs something later, on another thread. */
    @FunctionalInterface
    interface Later {
        void run(Runnable task, long delay, TimeUnit unit);
    }

    /** @param masker asked at each write while there is none */
    BuildLog(OutputStream log, Supplier<Optional<Masker>> masker, Later later) {
        this.log = log;
        this.masker = masker;
        this.later = later;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return;
        }
        MaskedPart current = part == null ? begun() : part;
        if (current == null) {
            log.write(bytes, offset, length);
            return;
        }
        writes++;
        part = current;
        try {
            current.write(bytes, offset, length);
        } catch (RuntimeException | StackOverflowError e) {
            goOnWithout(current, e);
            return;
        }
        passOnWhatIsDecided(current, bytes[offset + length - 1] == '\n');
    }

    private @Nullable MaskedPart begun() {
        if (broken) {
            return null;
        }
        try {
            return masker.get().map(this::begun).orElse(null);
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "The build's secrets can't be looked up: a line of its log goes unmasked", e);
            return null;
        }
    }

    private MaskedPart begun(Masker given) {
        given.begins(this);
        return new MaskedPart(log, given);
    }

    private void passOnWhatIsDecided(MaskedPart current, boolean atLineEnd) throws IOException {
        if (current.held() == 0) {
            return;
        }
        if (atLineEnd && current.isLong()) {
            release();
        } else if (!awaited) {
            awaited = true;
            await(writes);
        }
    }

    private void await(long seen) {
        later.run(() -> releaseUnlessWrittenSince(seen), QUIET, TimeUnit.MILLISECONDS);
    }

    private synchronized void releaseUnlessWrittenSince(long seen) {
        if (writes != seen && part != null && part.held() > 0) {
            await(writes);
            return;
        }
        awaited = false;
        try {
            release();
        } catch (IOException | RuntimeException closed) {
            LOGGER.log(Level.FINE, "The log was closed before its last words", closed);
        }
    }

    /** Passes on everything. */
    private synchronized void release() throws IOException {
        MaskedPart current = part;
        part = null;
        if (current != null) {
            try {
                current.end();
            } catch (RuntimeException e) {
                goOnWithout(current, e);
            }
        }
    }

    private void goOnWithout(MaskedPart current, Throwable e) throws IOException {
        LOGGER.log(Level.WARNING, "Masking a build's log broke: it goes on unmasked", e);
        broken = true;
        part = null;
        log.write(current.notPassedOn());
    }

    @Override
    public synchronized void flush() throws IOException {
        MaskedPart current = part;
        if (current != null) {
            current.flush();
        } else {
            log.flush();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            release();
        } finally {
            log.close();
        }
    }

    /** Whether something waits for what follows it. */
    synchronized boolean isHolding() {
        return part != null && part.held() > 0;
    }

    /** Passes on what is held back, whatever might follow. */
    synchronized void letGo() throws IOException {
        release();
    }
}
