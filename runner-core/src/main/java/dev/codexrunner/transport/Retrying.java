package dev.codexrunner.transport;

import dev.codexrunner.failure.FailureException;
import dev.codexrunner.transport.AttemptResult.Again;
import dev.codexrunner.transport.AttemptResult.Done;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Repeats what is worth repeating, within a deadline. Keeps nothing between calls, so one instance serves many. */
public final class Retrying {

    /** One try. */
    @FunctionalInterface
    public interface Attempt<T> {

        /**
         * @param number of the try, from 1
         * @param left what remains of the deadline, more than zero: bound the try itself by it
         * @throws InterruptedException when the thread was interrupted while waiting
         * @throws FailureException when the failure is final
         */
        AttemptResult<T> run(int number, Duration left) throws InterruptedException;
    }

    private final RetrySchedule schedule;
    private final Clock clock;
    private final RandomGenerator random;
    private final Pause pause;

    public Retrying(RetrySchedule schedule, Clock clock, RandomGenerator random, Pause pause) {
        this.schedule = schedule;
        this.clock = clock;
        this.random = random;
        this.pause = pause;
    }

    /**
     * Tries until it goes well, no try is left, or the next one could only start past the deadline.
     *
     * @param target what is waited for, named in the failure when the thread is interrupted
     * @throws FailureException with the last try's failure, or {@link TransportFailure#INTERRUPTED}; the thread's
     *     interrupt flag is then set
     */
    public <T> T call(String target, Attempt<T> attempt) {
        Instant end = clock.instant().plus(schedule.deadline());
        Duration left = schedule.deadline();
        try {
            for (int number = 1; ; number++) {
                AttemptResult<T> result = attempt.run(number, left);
                if (result instanceof Done<T> done) {
                    return done.value();
                }
                Again<T> again = (Again<T>) result;
                Duration wait = waitAfter(number, again);
                left = Duration.between(clock.instant(), end).minus(wait);
                if (number >= schedule.attempts() || left.compareTo(Duration.ZERO) <= 0) {
                    throw again.failure().asException();
                }
                pause.pause(wait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TransportFailure.INTERRUPTED.with(target).asException();
        }
    }

    /** A server that says when to come back is not asked sooner, and our own schedule is the least. */
    private Duration waitAfter(int number, Again<?> again) {
        Duration own = schedule.delayAfter(number, random);
        return again.retryAfter().filter(asked -> asked.compareTo(own) > 0).orElse(own);
    }
}
