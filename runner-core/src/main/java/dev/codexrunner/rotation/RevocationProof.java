package dev.codexrunner.rotation;

import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.identity.IdentityAnswer;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks the service about the old token, and about the live one to tell a refusal of this token from one of all. */
final class RevocationProof {

    private final StepRun run;
    private final AccessToken old;
    private final TokenFacts previous;

    RevocationProof(StepRun run, AccessToken old, TokenFacts previous) {
        this.run = run;
        this.old = old;
        this.previous = previous;
    }

    /**
     * The first question, and the one about the live token.
     *
     * @return why its refusal proves nothing
     * @throws FailureException ROTATION_STILL_ACCEPTED, ROTATION_WORKSPACE_REFUSED, or why the service can't be asked
     */
    Optional<Failure> ask() {
        IdentityAnswer.Refused refusal = refusal();
        return doubt(refusal).or(() -> uncontrolled(refusal));
    }

    /** The second question. As above. */
    Optional<Failure> askAgain() {
        return doubt(refusal());
    }

    private IdentityAnswer.Refused refusal() {
        IdentityAnswer answer = run.verification().identityEvenIfExpired(old);
        if (!(answer instanceof IdentityAnswer.Refused refused)) {
            throw RotationFailure.ROTATION_STILL_ACCEPTED
                    .with(run.paths(), previous.title())
                    .asException();
        }
        // Switched on again, the workspace would accept it: to destroy it would destroy the record of what to revoke.
        if (refused.cause() == IdentityAnswer.Cause.WORKSPACE) {
            throw RotationFailure.ROTATION_WORKSPACE_REFUSED
                    .with(
                            run.paths(),
                            refused.failure().what(),
                            holding(),
                            run.paths().live())
                    .asException();
        }
        return refused;
    }

    /** All versions to be destroyed, as vault takes them; one alone would leave the token where it is found again. */
    private String holding() {
        int latest = run.live().latest().version();
        return run.live().holding(previous.fingerprint(), run.journal().fingerprints()).stream()
                .filter(number -> number < latest)
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    private Optional<Failure> doubt(IdentityAnswer.Refused refused) {
        return refused.cause() == IdentityAnswer.Cause.TOKEN
                ? Optional.empty()
                : Optional.of(RotationFailure.ROTATION_PROVES_NOTHING.with(
                        run.paths(),
                        refused.failure().what(),
                        "Only a refusal that names the token as revoked, expired or unknown proves it; any other may be"
                                + " taken back, and the token lives again."));
    }

    /** A service, or something on the way to it, that refuses whatever it is shown proves nothing of one token. */
    private Optional<Failure> uncontrolled(IdentityAnswer.Refused refusal) {
        SecretVersion live = run.live().latest();
        Optional<AccessToken> token = run.live().token(live).flatMap(LiveSecret::shaped);
        if (token.isEmpty()) {
            return Optional.of(noControl("there is no live token to compare with."));
        }
        if (run.verification().identityEvenIfExpired(token.get()) instanceof IdentityAnswer.Refused refused) {
            return Optional.of(RotationFailure.ROTATION_PROVES_NOTHING.with(
                    run.paths(),
                    "the live token is refused as well.",
                    "What refuses every token proves nothing of one: "
                            + refused.failure().reason()));
        }
        // Tokens of two kinds are asked about at different addresses.
        return token.get().kind() != old.kind() && !refusal.byErrorCode()
                ? Optional.of(
                        noControl(
                                "the live token is of another kind, and the refusal carries no error code for a revoked token."))
                : Optional.empty();
    }

    private Failure noControl(String what) {
        return RotationFailure.ROTATION_NO_CONTROL.with(run.paths(), what);
    }
}
