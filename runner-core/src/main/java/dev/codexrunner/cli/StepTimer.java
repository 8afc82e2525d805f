package dev.codexrunner.cli;

import dev.codexrunner.config.Durations;
import dev.codexrunner.failure.FailureException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ends work that takes too long, as a signal would: by an interrupt, so that the Vault token is still given back. */
final class StepTimer implements AutoCloseable {

    private final Duration bound;
    private final AtomicBoolean expired = new AtomicBoolean();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "step-timer");
        thread.setDaemon(true);
        return thread;
    });

    private StepTimer(Duration bound) {
        this.bound = bound;
    }

    /** From now on that thread has so much time. */
    static StepTimer interrupting(Thread worker, Duration bound) {
        StepTimer started = new StepTimer(bound);
        var unused = started.timer.schedule(
                () -> {
                    started.expired.set(true);
                    worker.interrupt();
                },
                bound.toMillis(),
                TimeUnit.MILLISECONDS);
        return started;
    }

    /** What the work failed with, unless that is only how it took the interrupt. */
    FailureException cause(FailureException thrown) {
        return expired.get()
                ? CliFailure.ROTATION_TIMED_OUT.with(Durations.format(bound)).asException()
                : thrown;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        if (expired.get()) {
            // Spent: what is still to be printed must not be interrupted by it.
            boolean unused = Thread.interrupted();
        }
    }
}
