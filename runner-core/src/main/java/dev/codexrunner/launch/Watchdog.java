package dev.codexrunner.launch;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Decides why a process ends: by itself, at one of its bounds, or because somebody asks for it. The first reason counts. */
final class Watchdog {

    /**
     * A reason.
     *
     * @param ending which
     * @param cancelSignal the signal to the runner, if one was the reason
     */
    record Reason(Ending ending, OptionalInt cancelSignal) {
        static Reason of(Ending ending) {
            return new Reason(ending, OptionalInt.empty());
        }
    }

    private final LongSupplier nanoTime;
    private final long timeout;
    private final long idleTimeout;
    private final long startedAt;
    private final LinkedBlockingQueue<Reason> asked = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable Reason> first = new AtomicReference<>();
    private volatile long lastOutputAt;

    /**
     * @param nanoTime as {@link System#nanoTime()}
     * @param timeout bound on the whole time
     * @param idleTimeout bound on the time without output
     */
    Watchdog(LongSupplier nanoTime, Duration timeout, Duration idleTimeout) {
        this.nanoTime = nanoTime;
        this.timeout = timeout.toNanos();
        this.idleTimeout = idleTimeout.toNanos();
        this.startedAt = nanoTime.getAsLong();
        this.lastOutputAt = startedAt;
    }

    /** Output has come. */
    void onOutput() {
        lastOutputAt = nanoTime.getAsLong();
    }

    /** Asks for the end, or tells of it. */
    void end(Reason reason) {
        asked.add(reason);
    }

    /** Waits for the first reason, and settles on it. */
    Reason awaitReason() throws InterruptedException {
        Reason reason = null;
        while (reason == null) {
            long now = nanoTime.getAsLong();
            long left = Math.min(timeout - (now - startedAt), idleTimeout - (now - lastOutputAt));
            reason = asked.poll(Math.max(0, left), TimeUnit.NANOSECONDS);
            if (reason == null) {
                reason = expired();
            }
        }
        return settle(reason);
    }

    private @Nullable Reason expired() {
        long now = nanoTime.getAsLong();
        if (now - startedAt >= timeout) {
            return Reason.of(Ending.TIMEOUT);
        }
        return now - lastOutputAt >= idleTimeout ? Reason.of(Ending.IDLE_TIMEOUT) : null;
    }

    /** The reason that counts: the one settled on before, else this one. */
    Reason settle(Reason reason) {
        first.compareAndSet(null, reason);
        return Optional.ofNullable(first.get()).orElse(reason);
    }

    /** Since the start. */
    Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - startedAt);
    }
}
