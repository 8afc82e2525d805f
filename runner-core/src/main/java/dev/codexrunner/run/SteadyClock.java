package dev.codexrunner.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.LongSupplier;

/**
 * Tells the time of day from when it was made, and goes on evenly from there: a machine whose clock is set while a run
 * lasts must not give it an end before its beginning, nor a day too much.
 */
public final class SteadyClock extends Clock {

    private final Instant start;
    private final ZoneId zone;
    private final LongSupplier nanoTime;
    private final long startedAt;

    /**
     * @param clock asked once
     * @param nanoTime as {@link System#nanoTime()}
     */
    public SteadyClock(Clock clock, LongSupplier nanoTime) {
        this(clock.instant(), clock.getZone(), nanoTime, nanoTime.getAsLong());
    }

    private SteadyClock(Instant start, ZoneId zone, LongSupplier nanoTime, long startedAt) {
        this.start = start;
        this.zone = zone;
        this.nanoTime = nanoTime;
        this.startedAt = startedAt;
    }

    @Override
    public Instant instant() {
        return start.plus(Duration.ofNanos(nanoTime.getAsLong() - startedAt));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SteadyClock(start, other, nanoTime, startedAt);
    }
}
