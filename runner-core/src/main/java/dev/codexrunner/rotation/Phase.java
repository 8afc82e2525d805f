package dev.codexrunner.rotation;

import dev.codexrunner.failure.WireName;

/** Where a rotation stands. A transitional phase has an {@link Intent}, and whoever finds it finishes it. */
public enum Phase {
    /** Nothing is under way. */
    IDLE,
    /** A candidate waits at the pending path, unproven. */
    STAGED,
    /** The candidate was proven. */
    VERIFIED,
    /** The candidate is being written to the live path. */
    PROMOTING,
    /** The candidate is withdrawn; its value is still to be destroyed. */
    DISCARDING,
    /** The new token is live; a person is to revoke the previous one. */
    AWAITING_REVOCATION,
    /** The previous token is being written back to the live path. */
    ROLLING_BACK,
    /** The previous token is refused by the service; its versions are still to be destroyed. */
    REVOKED;

    /** Whether somebody who was to go on at once has not finished. */
    public boolean transitional() {
        return this == PROMOTING || this == DISCARDING || this == ROLLING_BACK || this == REVOKED;
    }

    boolean hasCandidate() {
        return this == STAGED || this == VERIFIED || this == PROMOTING || this == DISCARDING;
    }

    boolean hasPrevious() {
        return this == AWAITING_REVOCATION || this == ROLLING_BACK || this == REVOKED;
    }

    /** As the journal and people write it: {@code awaiting-revocation}. */
    @Override
    public String toString() {
        return WireName.dashed(this);
    }
}
