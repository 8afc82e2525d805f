package dev.codexrunner.rotation;

import dev.codexrunner.secret.Secret;

/** The candidate's value, from exactly the version that was staged. */
final class CandidateToken {

    private CandidateToken() {}

    /** @throws dev.codexrunner.failure.FailureException ROTATION_CANDIDATE_GONE */
    static Secret read(StepRun run, Candidate candidate) {
        return run.pending()
                .token(candidate, run.journal().fingerprints())
                .orElseThrow(() -> RotationFailure.ROTATION_CANDIDATE_GONE
                        .with(
                                run.paths(),
                                candidate.version(),
                                run.paths().pending(),
                                run.pending().absence(candidate))
                        .asException());
    }
}
