package dev.codexrunner.rotation;

import java.util.Optional;

/** What comes next where the candidate failed its last verification: the same once more may only fail again. Pure. */
final class FailedVerification {

    private FailedVerification() {}

    /** Empty where the candidate has not failed. */
    static Optional<HumanStep> next(RotationPaths paths, RotationJournal journal) {
        return journal.lastChange()
                .filter(line -> journal.state().phase() == Phase.STAGED && line.outcome() == StepOutcome.FAILED)
                .map(line -> next(paths, line.code().orElse("see the timeline")));
    }

    private static HumanStep next(RotationPaths paths, String code) {
        String command = "codex-runner rotation ";
        return new HumanStep(
                "The candidate failed its last verification (" + code
                        + "). If the token is at fault, put another in its"
                        + " place: " + command + "stage --replace --vault-path " + paths + "; or withdraw it: "
                        + command
                        + "rollback --vault-path " + paths + ". Else mend what failed, then: " + command
                        + "verify --vault-path " + paths,
                Optional.empty());
    }
}
