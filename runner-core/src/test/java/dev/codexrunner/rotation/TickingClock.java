package dev.codexrunner.rotation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A millisecond later each time it is asked, and later still when a test says so. */
final class TickingClock extends Clock {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private final AtomicLong millis = new AtomicLong();

    void advance(Duration duration) {
        millis.addAndGet(duration.toMillis());
    }

    @Override
    public Instant instant() {
        return START.plusMillis(millis.incrementAndGet());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
