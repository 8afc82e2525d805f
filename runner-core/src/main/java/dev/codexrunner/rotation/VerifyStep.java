package dev.codexrunner.rotation;

import dev.codexrunner.credential.identity.TokenIdentity;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.secret.Secret;
import java.util.Optional;

/** Proves the candidate. Whatever the proof comes to stands in the journal, and the last one counts. */
final class VerifyStep {

    private final StepRun run;
    private final OpenIntent openIntent;
    private final VerifyRequest request;

    VerifyStep(StepRun run, OpenIntent openIntent, VerifyRequest request) {
        this.run = run;
        this.openIntent = openIntent;
        this.request = request;
    }

    StepResult run() {
        run.journal().read();
        openIntent.settle();
        RotationState state = run.journal().state();
        if (state.phase() == Phase.AWAITING_REVOCATION) {
            run.requireOldNotLive(run.live().latest());
        }
        run.ruled(run.rules().verify());
        Candidate candidate = state.candidate().orElseThrow();
        run.about(candidate.version());
        Secret token = CandidateToken.read(run, candidate);
        SecretVersion live = run.live().latest();
        Candidate.Proof proof = proven(state, candidate, token, live);
        run.journal()
                .change(
                        state,
                        journal -> journal.with(state.verified(proof))
                                .with(run.line(
                                        StepOutcome.VERIFIED,
                                        Words.said(proof.identity()) + ", codex " + proof.codexVersion())));
        return run.done(
                "verified version " + candidate.version() + " of " + run.paths().pending());
    }

    private Candidate.Proof proven(RotationState state, Candidate candidate, Secret token, SecretVersion live) {
        try {
            TokenProof.Proven proven = new TokenProof(run)
                    .of(token, candidate.expiresAt(), run.limits().minValidity());
            Candidate.Compared compared = compared(proven.identity(), live);
            return new Candidate.Proof(
                    run.now(), proven.identity(), new TokenProof(run).probe(proven), Optional.of(compared));
        } catch (FailureException e) {
            new Disproof(run).note(state, e.failure());
            throw e;
        }
    }

    private Candidate.Compared compared(TokenIdentity candidate, SecretVersion live) {
        IdentityCheck.Accepted accepted = new IdentityCheck(run).of(candidate, live, request.allowIdentityChange());
        if (accepted.shown()) {
            run.say(accepted.sentence());
        } else {
            run.warn(accepted.sentence());
        }
        return new Candidate.Compared(
                live.version(),
                run.live().token(live).map(run.journal().fingerprints()::of),
                request.allowIdentityChange());
    }
}
