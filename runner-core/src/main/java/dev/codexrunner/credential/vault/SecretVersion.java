package dev.codexrunner.credential.vault;

import java.time.Instant;
import java.util.Optional;

/**
 * One version of a secret, as far as it is still there.
 *
 * @param state what became of it
 * @param version its number; 0 where absent. Of a deleted or destroyed latest one too: the next write's check-and-set
 *     needs it.
 * @param createdTime when it was written; empty where absent
 * @param fields its fields; none unless present
 */
public record SecretVersion(State state, int version, Optional<Instant> createdTime, SecretFields fields) {

    /** What became of a version. */
    public enum State {
        /** Never written, or pruned by newer ones. */
        ABSENT,
        /** Deleted, or expired by {@code delete_version_after}; Vault can still bring it back. */
        DELETED,
        /** Gone for good. */
        DESTROYED,
        /** There. */
        PRESENT
    }

    public static final SecretVersion ABSENT = new SecretVersion(State.ABSENT, 0, Optional.empty(), SecretFields.EMPTY);

    public boolean isPresent() {
        return state == State.PRESENT;
    }
}
