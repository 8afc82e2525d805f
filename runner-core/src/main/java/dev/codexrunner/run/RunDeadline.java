package dev.codexrunner.run;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The part of {@code --timeout} that passes before codex runs: when all of it is used up, whatever the run waits for is
 * interrupted. Once codex runs, its supervision keeps what is left of it.
 */
final class RunDeadline implements AutoCloseable {

    private final ScheduledExecutorService timer;
    private final Thread runner;
    private boolean passed;
    private boolean closed;

    private RunDeadline(ScheduledExecutorService timer, Thread runner) {
        this.timer = timer;
        this.runner = runner;
    }

    /** Interrupts the thread when the bound has passed, unless it is closed before. */
    static RunDeadline interrupting(Thread runner, Duration bound) {
        RunDeadline deadline = new RunDeadline(
                Executors.newSingleThreadScheduledExecutor(work -> {
                    Thread thread = new Thread(work, "deadline");
                    thread.setDaemon(true);
                    return thread;
                }),
                runner);
        ScheduledFuture<?> unused = deadline.timer.schedule(deadline::pass, bound.toNanos(), TimeUnit.NANOSECONDS);
        return deadline;
    }

    private synchronized void pass() {
        if (!closed) {
            passed = true;
            runner.interrupt();
        }
    }

    /** Whether it came to that. */
    synchronized boolean passed() {
        return passed;
    }

    /** Ends its watch, on the thread that it watches; an interrupt that it sent is over. */
    @Override
    public synchronized void close() {
        if (!closed && passed) {
            Thread.interrupted();
        }
        closed = true;
        timer.shutdownNow();
    }
}
