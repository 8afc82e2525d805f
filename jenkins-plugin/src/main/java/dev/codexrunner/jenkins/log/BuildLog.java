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
 * held back until more is written, by whomever, and for a second at most: many who write to a log neither flush nor close it.
 * What can't be masked, because the mask breaks, is left out, and the log says so.
 */
final class BuildLog extends OutputStream {

    private static final Logger LOGGER = Logger.getLogger(BuildLog.class.getName());

    /** In milliseconds. */
    private static final long QUIET = 1000;

    private final MarkedLog log;
    private final Supplier<Optional<Masker>> masker;
    private final Later later;
    private @Nullable Masker given;
    /** Taken before this one's own monitor, always. */
    private volatile @Nullable OpenLogs openLogs;

    private @Nullable MaskedPart part;
    private boolean writing;
    private boolean inLine;
    private boolean warned;
    private boolean awaited;
    private long writes;

    /** Runs something later, on another thread. */
    @FunctionalInterface
    interface Later {
        void run(Runnable task, long delay, TimeUnit unit);
    }

    /** @param masker asked at each write while there is none */
    BuildLog(OutputStream log, Supplier<Optional<Masker>> masker, Later later) {
        this.log = new MarkedLog(log);
        this.masker = masker;
        this.later = later;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return;
        }
        Masker current = given();
        OpenLogs all = openLogs;
        if (current == null || all == null) {
            synchronized (this) {
                log.write(bytes, offset, length);
            }
        } else {
            all.inTurn(this, () -> write(current, bytes, offset, length));
        }
    }

    /** Null while there is nothing to mask. */
    private synchronized @Nullable Masker given() {
        if (given == null) {
            try {
                given = masker.get().orElse(null);
            } catch (RuntimeException | LinkageError e) {
                LOGGER.log(Level.WARNING, "The build's secrets can't be looked up: a line of its log goes unmasked", e);
            }
            if (given != null) {
                OpenLogs all = given.openLogs();
                all.add(this);
                openLogs = all;
            }
        }
        return given;
    }

    private synchronized void write(Masker mask, byte[] bytes, int offset, int length) throws IOException {
        int end = offset + length;
        int from = log.behindLeftOut(bytes, offset, length);
        if (from == end) {
            return;
        }
        writes++;
        inLine = bytes[end - 1] != '\n';
        writing = true;
        MaskedPart current;
        try {
            current = part == null ? new MaskedPart(log, mask) : part;
            part = current;
            current.write(bytes, from, end - from);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            leaveOut(e);
            return;
        } finally {
            writing = false;
        }
        passOnWhatIsDecided(current);
    }

    private synchronized void passOnWhatIsDecided(MaskedPart current) throws IOException {
        if (current.held() == 0) {
            return;
        }
        if (!inLine && current.isLong()) {
            release();
        } else if (!awaited) {
            awaited = true;
            await(writes);
        }
    }

    private void await(long seen) {
        later.run(() -> afterAWhile(seen), QUIET, TimeUnit.MILLISECONDS);
    }

    private void afterAWhile(long seen) {
        try {
            alone(() -> releaseUnlessWrittenSince(seen));
        } catch (IOException | RuntimeException closed) {
            LOGGER.log(Level.FINE, "The log was closed before its last words", closed);
        }
    }

    private synchronized void releaseUnlessWrittenSince(long seen) throws IOException {
        MaskedPart current = part;
        if (writes != seen && current != null && current.held() > 0) {
            await(writes);
            showUnfinishedLine(current);
            return;
        }
        awaited = false;
        release();
    }

    /** A line may never end, such as one of dots. */
    private synchronized void showUnfinishedLine(MaskedPart current) throws IOException {
        try {
            current.showUnfinishedLine();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            leaveOut(e);
        }
    }

    /** Passes on everything. */
    private synchronized void release() throws IOException {
        MaskedPart current = part;
        part = null;
        if (current != null) {
            try {
                current.end();
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                leaveOut(e);
            }
        }
    }

    /** What the mask has not passed on is lost with it: a secret may be anywhere in it. The next line has a mask of its own. */
    private synchronized void leaveOut(Throwable e) throws IOException {
        LOGGER.log(warned ? Level.FINE : Level.WARNING, "A mask broke: text of a build's log is left out", e);
        warned = true;
        part = null;
        // The problem's own words may quote the text.
        log.leaveOut(Messages.BuildLog_leftOut(e.getClass().getSimpleName()), inLine);
    }

    /** Shows no part of a line: {@code println} of many does this in the midst of one. */
    @Override
    public void flush() throws IOException {
        alone(log::flush);
    }

    @Override
    public void close() throws IOException {
        alone(() -> {
            try {
                release();
            } finally {
                log.close();
            }
        });
    }

    private void alone(OpenLogs.Action action) throws IOException {
        OpenLogs all = openLogs;
        if (all == null) {
            locked(action);
        } else {
            all.alone(() -> locked(action));
        }
    }

    private synchronized void locked(OpenLogs.Action action) throws IOException {
        action.run();
    }

    /** Somebody else is about to write: passes on the lines that are held back. */
    synchronized void passOnLines() throws IOException {
        MaskedPart current = part;
        // It is this log itself that writes, where one stands behind the other.
        if (current != null && !writing) {
            try {
                current.passOnLines();
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                leaveOut(e);
            }
        }
    }

    /** Passes on what is held back, whatever might follow. */
    void letGo() throws IOException {
        alone(this::release);
    }
}
