package dev.codexrunner.rotation;

import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.identity.IdentityAnswer;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import java.util.Optional;

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
        return doubt(refusal).or(this::uncontrolled);
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
                            previous.version(),
                            run.paths().live())
                    .asException();
        }
        return refused;
    }

    private Optional<Failure> doubt(IdentityAnswer.Refused refused) {
        return refused.cause() == IdentityAnswer.Cause.TOKEN && refused.byErrorCode()
                ? Optional.empty()
                : Optional.of(RotationFailure.ROTATION_PROVES_NOTHING.with(
                        run.paths(),
                        refused.failure().what(),
                        "Only an error code that names the token as revoked, expired or unknown proves it; a sentence can be"
                                + " misread, and any other refusal be taken back."));
    }

    /** A service, or something on the way to it, that refuses whatever it is shown proves nothing of one token. */
    private Optional<Failure> uncontrolled() {
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
        // Asked about at other addresses, in another way: a gateway may block one kind whole, with an error code of its
        // own.
        return token.get().kind() == old.kind()
                ? Optional.empty()
                : Optional.of(noControl("the live token is of another kind."));
    }

    private Failure noControl(String what) {
        return RotationFailure.ROTATION_NO_CONTROL.with(run.paths(), what);
    }
}
