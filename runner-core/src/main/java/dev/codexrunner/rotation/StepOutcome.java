package dev.codexrunner.rotation;

import dev.codexrunner.failure.WireName;

/** What came of a step. */
public enum StepOutcome {
    STAGED(true),
    VERIFIED(true),
    /** The verification failed: the candidate is unproven again. */
    FAILED(true),
    PROMOTED(true),
    ROLLED_BACK(true),
    DISCARDED(true),
    /** The service refuses the old token. */
    REVOKED(true),
    /** A person took it upon themselves that the old token is revoked. */
    ASSUMED_REVOKED(true),
    /** A step that was begun was given up before it reached the live path. */
    ABANDONED(true),
    /** Something that a person is to see to; it changed nothing by itself. */
    WARNED(false),
    /** Out of order, or not allowed; nothing was changed. */
    REFUSED(false),
    /** Somebody else was faster; nothing was changed. */
    LOST(false),
    /** What came of it could not be told. */
    UNKNOWN(false);

    private final boolean change;

    StepOutcome(boolean change) {
        this.change = change;
    }

    /** Whether the rotation stands elsewhere than before. */
    public boolean isChange() {
        return change;
    }

    /** As the journal and people write it: {@code rolled-back}. */
    @Override
    public String toString() {
        return WireName.dashed(this);
    }
}
