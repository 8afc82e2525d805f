package dev.codexrunner.cli;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.outcome.EndFailure;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A read that heeds neither a timeout nor an interrupt, such as one from a pipe that its other end holds open. */
final class BoundedRead {

    private BoundedRead() {}

    /**
     * Waits for the read; where it takes longer its thread is left to it, which keeps no process alive.
     *
     * @throws FailureException {@code late}, or what the read throws; CANCELLED where this thread was interrupted
     */
    static <T> T within(Duration bound, Failure late, Supplier<T> read) {
        FutureTask<T> reading = new FutureTask<>(read::get);
        Thread reader = new Thread(reading, "bounded-read");
        reader.setDaemon(true);
        reader.start();
        try {
            return reading.get(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            throw late.asException();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw EndFailure.CANCELLED.with("unknown").asException();
        } catch (ExecutionException failed) {
            // A supplier throws nothing else, short of an error of the JVM.
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException("the reader of standard input died");
        }
    }
}
