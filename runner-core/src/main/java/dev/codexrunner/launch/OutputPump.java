package dev.codexrunner.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Carries one stream of a child to a target. Goes on reading when the target fails, so that the child never hangs on a
 * full pipe.
 */
final class OutputPump implements Runnable {

    private static final int BUFFER = 64 * 1024;

    private final InputStream source;
    private final OutputStream target;
    private final Runnable onBytes;
    private final Consumer<Exception> onFailure;
    private final CountDownLatch atEnd = new CountDownLatch(1);
    private volatile boolean abandoned;

    /**
     * @param source what the child prints
     * @param target where it goes; never closed here
     * @param onBytes called for each piece that arrives
     * @param onFailure called once, with what the target threw
     */
    OutputPump(InputStream source, OutputStream target, Runnable onBytes, Consumer<Exception> onFailure) {
        this.source = source;
        this.target = target;
        this.onBytes = onBytes;
        this.onFailure = onFailure;
    }

    @Override
    public void run() {
        try {
            byte[] buffer = new byte[BUFFER];
            boolean taken = true;
            for (int read = read(buffer); read >= 0; read = read(buffer)) {
                onBytes.run();
                taken = taken && !abandoned && give(buffer, read);
            }
        } finally {
            atEnd.countDown();
        }
    }

    /**
     * When the child ends, Java swaps the pipe for what was left in it; a read that comes between the two fails although
     * there is more to come. Hence the second try.
     */
    private int read(byte[] buffer) {
        for (int attempt = 0; attempt < 2; attempt++) {
            try {
                return source.read(buffer);
            } catch (IOException e) {
                Thread.onSpinWait();
            }
        }
        return -1;
    }

    private boolean give(byte[] buffer, int length) {
        try {
            target.write(buffer, 0, length);
            return true;
        } catch (IOException | RuntimeException e) {
            onFailure.accept(e);
            return false;
        } catch (StackOverflowError | OutOfMemoryError e) {
            // One hostile line must not stop the pump: a child on a full pipe would hang to its timeout.
            onFailure.accept(new IllegalStateException(e.getClass().getSimpleName()));
            return false;
        }
    }

    /** Waits for the end of the stream. Says whether it came; if not, nothing more is written to the target. */
    boolean awaitEnd(Duration bound) throws InterruptedException {
        boolean ended = atEnd.await(Math.max(0, bound.toNanos()), TimeUnit.NANOSECONDS);
        abandoned = !ended;
        return ended;
    }
}
