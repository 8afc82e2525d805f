package dev.codexrunner.rotation;

import dev.codexrunner.failure.FailureException;
import dev.codexrunner.secret.Secret;

/** The candidate's value, from exactly the version that was staged. */
final class CandidateToken {

    private CandidateToken() {}

    /** @throws FailureException ROTATION_CANDIDATE_GONE or ROTATION_CANDIDATE_NOT_THE_STAGED */
    static Secret read(StepRun run, Candidate candidate) {
        return run.pending().token(candidate, run.journal().fingerprints()).orElseThrow(() -> absent(run, candidate));
    }

    private static FailureException absent(StepRun run, Candidate candidate) {
        RotationPaths paths = run.paths();
        return run.pending()
                .absence(candidate)
                .map(word ->
                        RotationFailure.ROTATION_CANDIDATE_GONE.with(paths, candidate.version(), paths.pending(), word))
                .orElseGet(() -> RotationFailure.ROTATION_CANDIDATE_NOT_THE_STAGED.with(
                        paths, candidate.version(), paths.pending()))
                .asException();
    }
}
