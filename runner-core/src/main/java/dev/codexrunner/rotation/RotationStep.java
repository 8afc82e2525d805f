package dev.codexrunner.rotation;

import dev.codexrunner.failure.WireName;

/** The steps of a rotation that change something. */
public enum RotationStep {
    STAGE,
    VERIFY,
    PROMOTE,
    ROLLBACK,
    CONFIRM_REVOKED;

    /** As the command line writes it: {@code confirm-revoked}. */
    @Override
    public String toString() {
        return WireName.dashed(this);
    }
}
