package dev.codexrunner.run;

import dev.codexrunner.failure.FailureException;
import dev.codexrunner.transport.TransportFailure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Reads input that may never end, a pipe for instance: no longer than the bound, and not beyond a signal. */
final class BoundedReading {

    private final Duration bound;
    private final long end;

    /** @param bound on all that is read through this, from now on */
    BoundedReading(Duration bound) {
        this.bound = bound;
        this.end = System.nanoTime() + bound.toNanos();
    }

    /**
     * Reads on a thread of its own, which is left behind where the reading doesn't end: nothing interrupts a read of
     * standard input.
     *
     * @param what is read, for the failure
     * @throws FailureException the reading's own, or {@link RunFailure#INPUT_NEVER_ENDED}
     */
    <T> T read(String what, Supplier<T> reading) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> {
                    try {
                        result.complete(reading.get());
                    } catch (RuntimeException | Error failed) {
                        result.completeExceptionally(failed);
                    }
                },
                "reader");
        reader.setDaemon(true);
        reader.start();
        try {
            return result.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw RunFailure.INPUT_NEVER_ENDED.with(what, bound.toSeconds()).asException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TransportFailure.INTERRUPTED.with(what).asException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FailureException failure) {
                throw failure;
            }
            throw new IllegalStateException("reading " + what + " failed", e.getCause());
        }
    }
}
