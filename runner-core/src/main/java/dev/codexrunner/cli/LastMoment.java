package dev.codexrunner.cli;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends the process where nothing else can: a thread that writes to a pipe which nobody reads, or to a dead network drive,
 * heeds neither a timeout nor an interrupt.
 */
final class LastMoment implements AutoCloseable {

    /** For what is still to be written down; it may hang on the same disk, so the end doesn't wait for it. */
    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(3, work -> {
        Thread thread = new Thread(work, "last-moment");
        thread.setDaemon(true);
        return thread;
    });

    private LastMoment() {}

    /**
     * Halts the JVM after that time, unless it is closed before.
     *
     * @param bound longer than half a second
     * @param lastWords called half a second before
     */
    static LastMoment haltingIn(Duration bound, int exitCode, Runnable lastWords) {
        LastMoment moment = new LastMoment();
        var unusedWords =
                moment.timer.schedule(lastWords, bound.minus(LAST_WORDS).toMillis(), TimeUnit.MILLISECONDS);
        var unusedHalt = moment.timer.schedule(
                () -> Runtime.getRuntime().halt(exitCode), bound.toMillis(), TimeUnit.MILLISECONDS);
        return moment;
    }

    /** Does something after that time, unless it is closed before. */
    void in(Duration delay, Runnable work) {
        var unused = timer.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
