package dev.codexrunner.changes;

/**
 * A path that differs from what it was before the run.
 *
 * @param path relative to the working folder where it lies in it, else absolute; {@code /} between its names, and what
 *     can't be printed is written {@code \xNN}
 * @param gated whether {@link GatedPaths} names it, also where that was allowed
 */
public record ChangedPath(String path, ChangeType kind, boolean gated) {}
