package dev.codexrunner.rotation;

import dev.codexrunner.credential.identity.TokenIdentity;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.failure.Failure;
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
                                        said(proof.identity()) + ", codex " + proof.codexVersion())));
        return run.done(
                "verified version " + candidate.version() + " of " + run.paths().pending());
    }

    private Candidate.Proof proven(RotationState state, Candidate candidate, Secret token, SecretVersion live) {
        try {
            TokenProof.Proven proven = new TokenProof(run)
                    .of(token, candidate.expiresAt(), run.limits().minValidity());
            compare(proven.identity(), live);
            return new Candidate.Proof(run.now(), proven.identity(), new TokenProof(run).probe(proven));
        } catch (FailureException e) {
            unprove(state, e.failure());
            throw e;
        }
    }

    private void compare(TokenIdentity candidate, SecretVersion live) {
        Optional<TokenIdentity> known;
        try {
            known = new LiveIdentity(run).of(live);
        } catch (FailureException unknowable) {
            if (!request.allowIdentityChange()) {
                throw unknowable;
            }
            run.warn("Whose the live token is could not be found out: "
                    + unknowable.failure().reason());
            return;
        }
        if (known.isEmpty()) {
            run.warn("There is no live token to compare with; whose this one is was taken as it is: " + said(candidate)
                    + ".");
            return;
        }
        IdentityComparison.Result result = IdentityComparison.compare(candidate, known.get());
        if (result instanceof IdentityComparison.Same) {
            run.say("It belongs to the same workspace and person as the live token: " + said(candidate) + ".");
            return;
        }
        if (!request.allowIdentityChange()) {
            throw refusal(result, candidate).asException();
        }
        run.warn("It is not shown to belong to the same workspace and person as the live token; that was allowed: "
                + said(known.get()) + " before, " + said(candidate) + " now.");
    }

    private Failure refusal(IdentityComparison.Result result, TokenIdentity candidate) {
        return result instanceof IdentityComparison.Different different
                ? RotationFailure.ROTATION_IDENTITY_DIFFERS.with(
                        run.paths(), different.what(), different.candidate(), different.live())
                : RotationFailure.ROTATION_IDENTITY_UNKNOWN.with(
                        run.paths(), said(candidate), "Too little is known of the live token's identity.");
    }

    /** A line that can't be written, or that somebody else's change overtook, must not hide why the proof failed. */
    private void unprove(RotationState state, Failure failure) {
        StepLine line = run.line(StepOutcome.FAILED, Optional.of(failure.code()), Optional.of(failure.what()));
        try {
            run.journal()
                    .change(state, journal -> journal.with(state.unproven()).with(line));
            run.failureIsNoted();
        } catch (FailureException notNoted) {
            run.warn(notNoted.failure().reason());
        }
    }

    static String said(TokenIdentity identity) {
        return "workspace " + identity.accountId().orElse("unknown") + ", "
                + identity.email().or(identity::userId).orElse("person unknown");
    }
}
