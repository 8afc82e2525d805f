package dev.codexrunner.rotation.check;

import java.time.Duration;

/** Whose clock is right, nobody knows; what is further ahead of ours than this was recorded for the future. */
final class Skew {

    /** Clocks of two machines may differ by so much. */
    static final Duration TOLERATED = Duration.ofMinutes(5);

    private Skew() {}

    /** Whether what has this age, by our clock, is dated in the future. */
    static boolean isFuture(Duration age) {
        return age.compareTo(TOLERATED.negated()) < 0;
    }
}
