package dev.codexrunner.rotation;

import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.identity.IdentityAnswer;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.secret.Secret;
import java.time.Duration;
import java.util.Optional;

/** Has the service refuse the old token, then destroys it in Vault. */
final class ConfirmRevokedStep {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(3);

    private final StepRun run;
    private final OpenIntent openIntent;
    private final ConfirmRevokedRequest request;

    ConfirmRevokedStep(StepRun run, OpenIntent openIntent, ConfirmRevokedRequest request) {
        this.run = run;
        this.openIntent = openIntent;
        this.request = request;
    }

    StepResult run() {
        run.journal().read();
        openIntent.settle();
        RotationState state = run.journal().state();
        Optional<StepResult> before = run.ruled(run.rules().confirmRevoked());
        return before.orElseGet(() -> confirm(state));
    }

    private StepResult confirm(RotationState state) {
        TokenFacts previous = state.previous().orElseThrow();
        run.about(previous.version());
        StepOutcome outcome = outcome(previous);
        Intent intent = new Intent(
                RotationStep.CONFIRM_REVOKED,
                run.now(),
                run.by(),
                run.live().latest().version(),
                previous.fingerprint(),
                Optional.empty(),
                Optional.empty(),
                0);
        StepLine line = run.line(outcome, previous.title());
        openIntent.begin(state, state.revoked(intent), Optional.of(line));
        return run.done(
                outcome == StepOutcome.REVOKED
                        ? "the old token is refused by the service"
                        : "the old token counts as revoked, by your word");
    }

    private StepOutcome outcome(TokenFacts previous) {
        try {
            AccessToken old = old(previous);
            IdentityAnswer.Refused first = refused(old, previous);
            requireLiveAccepted(old, first);
            // One stray refusal, by a replica that lags or fails, is not the service's last word.
            run.pause(BETWEEN_QUESTIONS);
            refused(old, previous);
            run.say("The service refuses the old token (" + previous.title() + ").");
            return StepOutcome.REVOKED;
        } catch (FailureException e) {
            // That it is accepted is known, whatever a person says.
            if (!request.unproven() || e.failure().code().equals(RotationFailure.ROTATION_STILL_ACCEPTED.code())) {
                throw e;
            }
            run.warn("That the old token is revoked was taken by your word: "
                    + e.failure().reason());
            return StepOutcome.ASSUMED_REVOKED;
        }
    }

    private AccessToken old(TokenFacts previous) {
        SecretVersion holder = run.live()
                .find(previous, run.journal().fingerprints())
                .orElseThrow(() -> RotationFailure.ROTATION_PREVIOUS_GONE
                        .with(run.paths(), previous.title())
                        .asException());
        Secret value = run.live().token(holder).orElseThrow();
        return LivePath.shaped(value)
                .orElseThrow(() -> RotationFailure.ROTATION_PREVIOUS_NO_TOKEN
                        .with(run.paths(), holder.version(), "It has not the shape of a token.")
                        .asException());
    }

    /** A workspace that is switched off refuses every token; switched on again, it would accept the old one. */
    private IdentityAnswer.Refused refused(AccessToken old, TokenFacts previous) {
        IdentityAnswer answer = run.verification().identityEvenIfExpired(old);
        if (!(answer instanceof IdentityAnswer.Refused refused)) {
            throw RotationFailure.ROTATION_STILL_ACCEPTED
                    .with(run.paths(), previous.title())
                    .asException();
        }
        if (refused.cause() != IdentityAnswer.Cause.TOKEN) {
            throw RotationFailure.ROTATION_PROVES_NOTHING
                    .with(
                            run.paths(),
                            refused.failure().what(),
                            "Only a refusal that names the token as revoked, expired or unknown proves it; any other may be"
                                    + " taken back, and the token lives again.")
                    .asException();
        }
        return refused;
    }

    /** A service, or something on the way to it, that refuses whatever it is shown proves nothing of one token. */
    private void requireLiveAccepted(AccessToken old, IdentityAnswer.Refused refusal) {
        SecretVersion live = run.live().latest();
        AccessToken token = run.live()
                .token(live)
                .flatMap(LivePath::shaped)
                .orElseThrow(() -> noControl("there is no live token to compare with."));
        IdentityAnswer answer = run.verification().identityEvenIfExpired(token);
        if (answer instanceof IdentityAnswer.Refused refused) {
            throw RotationFailure.ROTATION_PROVES_NOTHING
                    .with(
                            run.paths(),
                            "the live token is refused as well.",
                            "What refuses every token proves nothing of one: "
                                    + refused.failure().reason())
                    .asException();
        }
        // Tokens of two kinds are asked about at different addresses.
        if (token.kind() != old.kind() && !refusal.byErrorCode()) {
            throw noControl(
                    "the live token is of another kind, and the refusal carries no error code for a revoked token.");
        }
    }

    private FailureException noControl(String what) {
        return RotationFailure.ROTATION_NO_CONTROL.with(run.paths(), what).asException();
    }
}
