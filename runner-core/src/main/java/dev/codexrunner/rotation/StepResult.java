package dev.codexrunner.rotation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A step that was done, or had been done before.
 *
 * @param step which
 * @param outcome one clause: {@code promoted as version 5}
 * @param repeated whether it had been done before, so that nothing was changed now
 * @param liveVersion the version that is live now; empty where none is, or it was not looked at
 * @param lines what was found and done, a sentence each. Never a secret
 * @param warnings sentences for the user
 * @param next what comes next; empty where nothing does
 */
public record StepResult(
        RotationStep step,
        String outcome,
        boolean repeated,
        OptionalInt liveVersion,
        List<String> lines,
        List<String> warnings,
        Optional<HumanStep> next) {

    public StepResult {
        lines = List.copyOf(lines);
        warnings = List.copyOf(warnings);
    }
}
