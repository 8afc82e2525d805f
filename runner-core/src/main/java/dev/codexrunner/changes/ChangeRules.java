package dev.codexrunner.changes;

import dev.codexrunner.config.ChangeConfig;
import java.util.List;
import java.util.Optional;

/**
 * What a run may change. Pure.
 *
 * @param allowed what every change must match; none: whatever isn't denied or gated
 * @param denied what no change may match
 * @param allowedGated gated paths that may change all the same
 */
public record ChangeRules(List<PathGlob> allowed, List<PathGlob> denied, List<PathGlob> allowedGated) {

    public static ChangeRules of(ChangeConfig config) {
        return new ChangeRules(
                globs(config.allowChanges()), globs(config.denyChanges()), globs(config.allowGatedChanges()));
    }

    private static List<PathGlob> globs(List<String> texts) {
        return texts.stream().map(PathGlob::of).toList();
    }

    /**
     * The rule that a change breaks, the gravest first; empty where it breaks none.
     *
     * @param path as reports name it
     * @param gated whether it is a gated one
     */
    Optional<ChangeFailure> brokenBy(String path, boolean gated) {
        if (gated && !matches(allowedGated, path)) {
            return Optional.of(ChangeFailure.GATED_CHANGE);
        }
        if (matches(denied, path)) {
            return Optional.of(ChangeFailure.DENIED_CHANGE);
        }
        boolean covered = allowed.isEmpty() || matches(allowed, path) || (gated && matches(allowedGated, path));
        return covered ? Optional.empty() : Optional.of(ChangeFailure.UNEXPECTED_CHANGE);
    }

    private static boolean matches(List<PathGlob> globs, String path) {
        return globs.stream().anyMatch(glob -> glob.matches(path));
    }
}
