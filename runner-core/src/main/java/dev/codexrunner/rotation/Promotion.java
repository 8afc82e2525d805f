package dev.codexrunner.rotation;

import dev.codexrunner.credential.vault.SecretVersion;
import java.util.OptionalInt;

/** How a verified candidate goes live, or is found to be live already. */
final class Promotion {

    private final StepRun run;
    private final OpenIntent openIntent;

    Promotion(StepRun run, OpenIntent openIntent) {
        this.run = run;
        this.openIntent = openIntent;
    }

    /**
     * Makes it live.
     *
     * @param live the live path as it is
     * @return the version that it got; empty where it did not go live
     * @throws dev.codexrunner.failure.FailureException ROTATION_LOST, or as Vault denies it
     */
    OptionalInt begin(RotationState state, SecretVersion live) {
        Candidate candidate = state.candidate().orElseThrow();
        ReplacedTokens replaced = ReplacedTokens.of(run, candidate.fingerprint(), live);
        if (live.state() == SecretVersion.State.DELETED) {
            run.warn("The live secret's latest version was deleted, so it has no other fields to be kept."
                    + (replaced.latest().isEmpty() ? " If a token was in it that is still valid, revoke it too." : ""));
        }
        return begin(state, candidate, live.version(), replaced);
    }

    /**
     * A verified candidate that is live already, by somebody's hand or by a rotator that was thought dead, counts as
     * promoted; else the old token's revocation would be forgotten.
     */
    void adopt(SecretVersion live) {
        RotationState state = run.journal().state();
        if (state.phase() != Phase.VERIFIED || live.version() == 0) {
            return;
        }
        Candidate candidate = state.candidate().orElseThrow();
        if (run.live().holds(live, candidate.fingerprint(), run.journal().fingerprints())) {
            SecretVersion before = run.live().version(live.version() - 1);
            begin(state, candidate, live.version() - 1, ReplacedTokens.of(run, candidate.fingerprint(), before));
            run.warn("The candidate was live already, as version " + live.version()
                    + ", though no promotion says so; it counts as promoted.");
        }
    }

    private OptionalInt begin(RotationState state, Candidate candidate, int fromLiveVersion, ReplacedTokens replaced) {
        Intent intent = new Intent(
                RotationStep.PROMOTE,
                run.now(),
                run.by(),
                fromLiveVersion,
                candidate.fingerprint(),
                candidate.proof().map(Candidate.Proof::verifiedAt),
                replaced.latest(),
                run.pending().currentVersion());
        return openIntent.begin(state, state.promoting(intent), replaced.noted(run));
    }
}
