package dev.codexrunner.rotation;

import java.time.Duration;
import java.time.Instant;

/** Whether a verification may still be gone by. Pure. */
enum VerificationAge {
    FRESH,
    TOO_OLD,
    /** Nobody has verified anything then: a clock is wrong, or the journal was not written by a rotation. */
    IN_THE_FUTURE;

    /** By so much the clocks of two machines may differ. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    static VerificationAge of(Instant verifiedAt, Instant now, Duration maxAge) {
        if (verifiedAt.isAfter(now.plus(CLOCK_SKEW))) {
            return IN_THE_FUTURE;
        }
        return verifiedAt.plus(maxAge).isBefore(now) ? TOO_OLD : FRESH;
    }
}
