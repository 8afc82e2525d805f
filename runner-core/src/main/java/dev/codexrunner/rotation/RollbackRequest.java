package dev.codexrunner.rotation;

import java.util.OptionalInt;

/**
 * The candidate is to be withdrawn, or the previous token to be live again.
 *
 * @param expectLiveVersion the version that the live path must have. With it a second rollback goes forward again; without
 *     it a repetition changes nothing
 */
public record RollbackRequest(OptionalInt expectLiveVersion) {}
