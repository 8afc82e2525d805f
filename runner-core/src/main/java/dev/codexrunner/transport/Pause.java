package dev.codexrunner.transport;

import java.time.Duration;

/** The one place that sleeps, so that tests never wait and an interrupt has one meaning. */
@FunctionalInterface
public interface Pause {

    /**
     * Waits.
     *
     * @param duration how long; zero or less returns at once
     * @throws InterruptedException when the thread was interrupted; the caller restores the flag and ends
     */
    void pause(Duration duration) throws InterruptedException;

    /** Really sleeps. */
    static Pause sleeping() {
        return duration -> {
            if (duration.compareTo(Duration.ZERO) > 0) {
                Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
            }
        };
    }
}
