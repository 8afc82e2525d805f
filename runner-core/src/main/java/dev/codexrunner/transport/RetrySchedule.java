package dev.codexrunner.transport;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and how far apart to try.
 *
 * @param attempts tries in all, the first one included; at least 1
 * @param firstDelay upper bound of the wait after the first try; doubles with each further one
 * @param maxDelay bound that the doubling stops at; a server's Retry-After may exceed it, the deadline may not
 * @param deadline bound for everything, tries and waits together
 */
public record RetrySchedule(int attempts, Duration firstDelay, Duration maxDelay, Duration deadline) {

    private static final int MAX_DOUBLINGS = 30;

    public RetrySchedule {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1, not " + attempts);
        }
        if (firstDelay.isNegative() || maxDelay.compareTo(firstDelay) < 0) {
            throw new IllegalArgumentException("firstDelay must not be negative nor exceed maxDelay");
        }
    }

    /** Up to five tries, from half a second up to ten seconds apart. */
    public static RetrySchedule within(Duration deadline) {
        return new RetrySchedule(5, Duration.ofMillis(500), Duration.ofSeconds(10), deadline);
    }

    /**
     * The wait after a failed try: exponential, and between half and the whole of it by chance, so that a hundred
     * builds that failed together don't come back together.
     *
     * @param failedAttempt number of the try that failed, from 1
     */
    public Duration delayAfter(int failedAttempt, RandomGenerator random) {
        int doublings = Math.min(Math.max(failedAttempt - 1, 0), MAX_DOUBLINGS);
        Duration doubled = firstDelay.multipliedBy(1L << doublings);
        Duration whole = doubled.compareTo(maxDelay) > 0 ? maxDelay : doubled;
        long half = whole.toMillis() / 2;
        return Duration.ofMillis(half + random.nextLong(whole.toMillis() - half + 1));
    }
}
