package dev.codexrunner.run;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Calls something at a steady pace until it is closed. */
final class Heartbeat implements AutoCloseable {

    private final ScheduledExecutorService executor;

    private Heartbeat(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    static Heartbeat start(Duration pace, Runnable beat) {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "heartbeat");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> unused =
                executor.scheduleWithFixedDelay(beat, pace.toMillis(), pace.toMillis(), TimeUnit.MILLISECONDS);
        return new Heartbeat(executor);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
