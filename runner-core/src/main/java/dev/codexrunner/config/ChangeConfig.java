package dev.codexrunner.config;

import java.util.List;

/**
 * Which files a run may change. Globs are relative to the working folder, see docs/policy.md.
 *
 * @param allowChanges what every change must match; none: anything that isn't denied or gated
 * @param denyChanges what no change may match
 * @param allowGatedChanges what may change although later steps run it by its name
 * @param allowUncheckedChanges whether a run may go on where what it changes can't be told
 */
public record ChangeConfig(
        List<String> allowChanges,
        List<String> denyChanges,
        List<String> allowGatedChanges,
        boolean allowUncheckedChanges) {}
