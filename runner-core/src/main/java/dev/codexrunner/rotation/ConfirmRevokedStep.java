package dev.codexrunner.rotation;

import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
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
        run.requireOldNotLive(run.live().latest());
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
        Optional<Failure> doubt = doubt(previous);
        if (doubt.isEmpty()) {
            run.say("The service refuses the old token (" + previous.title() + ").");
            return StepOutcome.REVOKED;
        }
        if (!request.unproven()) {
            throw doubt.get().asException();
        }
        run.warn("That the old token is revoked was taken by your word: "
                + doubt.get().reason());
        return StepOutcome.ASSUMED_REVOKED;
    }

    /**
     * What keeps the revocation from being proven, though nothing shows that the token lives. A person's word outweighs
     * it; what is thrown it does not outweigh.
     *
     * @throws FailureException where the token is accepted, its workspace alone is refused, or the service can't be asked
     */
    private Optional<Failure> doubt(TokenFacts previous) {
        SecretVersion holder =
                run.live().find(previous, run.journal().fingerprints()).orElse(SecretVersion.ABSENT);
        if (!holder.isPresent()) {
            return Optional.of(RotationFailure.ROTATION_PREVIOUS_GONE.with(run.paths(), previous.title()));
        }
        Optional<AccessToken> shaped = run.live().token(holder).flatMap(LiveSecret::shaped);
        if (shaped.isEmpty()) {
            return Optional.of(RotationFailure.ROTATION_PREVIOUS_NO_TOKEN.with(
                    run.paths(), holder.version(), "It has not the shape of a token."));
        }
        RevocationProof proof = new RevocationProof(run, shaped.get(), previous);
        Optional<Failure> first = proof.ask();
        // One stray refusal, by a replica that lags or fails, is not the service's last word.
        run.pause(BETWEEN_QUESTIONS);
        Optional<Failure> second = proof.askAgain();
        return first.or(() -> second);
    }
}
