package dev.codexrunner.credential.vault;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A Vault token and how long it lives, by our own clock: counted from the answer, so that Vault's own count ends first.
 *
 * @param token the token
 * @param begun when it was obtained
 * @param end when it is over; empty where unknown or unlimited
 * @param renewable whether to ask for more time is worth a request
 */
record Lease(VaultToken token, Instant begun, Optional<Instant> end, boolean renewable) {

    static Lease of(VaultToken token, Instant now) {
        return new Lease(token, now, end(now, token.leaseSeconds()), token.renewable());
    }

    /**
     * What a renewal made of it. One that brought no more than the half of a whole lease has met the token's greatest
     * age, and is not asked for again.
     */
    Lease renewed(long seconds, Instant now) {
        return new Lease(token, begun, end(now, seconds), renewable && seconds * 2 > token.leaseSeconds());
    }

    /** Not to be asked again. */
    Lease notRenewable() {
        return new Lease(token, begun, end, false);
    }

    boolean isOver(Instant now) {
        return end.filter(at -> !now.isBefore(at)).isPresent();
    }

    /** Whether it is in its last third, and more time can be had. */
    boolean wantsRenewal(Instant now) {
        return renewable
                && !isOver(now)
                && end.filter(at -> Duration.between(now, at).multipliedBy(3).toSeconds() < token.leaseSeconds())
                        .isPresent();
    }

    private static Optional<Instant> end(Instant now, long seconds) {
        return seconds > 0 ? Optional.of(now.plusSeconds(seconds)) : Optional.empty();
    }
}
