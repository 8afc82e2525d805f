package dev.codexrunner.rotation;

import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.identity.IdentityAnswer;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.secret.Secret;
import java.util.Optional;

/** Has the service refuse the old token, then destroys it in Vault. */
final class ConfirmRevokedStep {

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
        run.say("Every version of " + run.paths().live() + " that held it is destroyed.");
        return run.done(
                outcome == StepOutcome.REVOKED
                        ? "the old token is refused by the service"
                        : "the old token counts as revoked, by your word");
    }

    private StepOutcome outcome(TokenFacts previous) {
        try {
            requireRefusal(asked(previous));
            requireLiveAccepted();
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

    private IdentityAnswer asked(TokenFacts previous) {
        SecretVersion holder = run.live()
                .find(previous, run.journal().fingerprints())
                .orElseThrow(() -> RotationFailure.ROTATION_PREVIOUS_GONE
                        .with(run.paths(), previous.title())
                        .asException());
        Secret value = run.live().token(holder).orElseThrow();
        AccessToken token = LivePath.shaped(value)
                .orElseThrow(() -> RotationFailure.ROTATION_PREVIOUS_NO_TOKEN
                        .with(run.paths(), holder.version(), "It has not the shape of a token.")
                        .asException());
        IdentityAnswer answer = run.verification().identityEvenIfExpired(token);
        if (answer instanceof IdentityAnswer.Accepted) {
            throw RotationFailure.ROTATION_STILL_ACCEPTED
                    .with(run.paths(), previous.title())
                    .asException();
        }
        return answer;
    }

    /** A workspace that is switched off refuses every token; switched on again, it would accept the old one. */
    private void requireRefusal(IdentityAnswer answer) {
        if (answer instanceof IdentityAnswer.Refused refused && refused.cause() != IdentityAnswer.Cause.TOKEN) {
            throw RotationFailure.ROTATION_PROVES_NOTHING
                    .with(
                            run.paths(),
                            refused.failure().what(),
                            "A refusal of the workspace or the person may be taken back, and the token lives again.")
                    .asException();
        }
    }

    /** A service, or something on the way to it, that refuses whatever it is shown proves nothing of one token. */
    private void requireLiveAccepted() {
        SecretVersion live = run.live().latest();
        Optional<AccessToken> token = run.live().token(live).flatMap(LivePath::shaped);
        if (token.isEmpty()) {
            run.warn("There is no live token to tell a refused token from a service that refuses all.");
            return;
        }
        IdentityAnswer answer = run.verification().identityEvenIfExpired(token.get());
        if (answer instanceof IdentityAnswer.Refused refused) {
            throw RotationFailure.ROTATION_PROVES_NOTHING
                    .with(
                            run.paths(),
                            "the live token is refused as well.",
                            "What refuses every token proves nothing of one: "
                                    + refused.failure().reason())
                    .asException();
        }
    }
}
