package dev.codexrunner.rotation;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import java.util.Optional;

/** Takes a candidate's verification back, in the journal: the last proof counts. */
final class Disproof {

    private final StepRun run;

    Disproof(StepRun run) {
        this.run = run;
    }

    /** A line that can't be written, or that somebody else's change overtook, must not hide why the proof failed. */
    void note(RotationState state, Failure failure) {
        StepLine line = run.line(StepOutcome.FAILED, Optional.of(failure.code()), Optional.of(failure.what()));
        try {
            run.journal()
                    .change(state, journal -> journal.with(state.unproven()).with(line));
            run.failureIsNoted();
        } catch (FailureException notNoted) {
            run.warn(notNoted.failure().reason());
        }
    }
}
