package dev.codexrunner.rotation;

import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.TokenFailure;
import dev.codexrunner.credential.identity.IdentityAnswer;
import dev.codexrunner.credential.identity.IdentityFailure;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureText;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks the service about the old token, and about the live one to tell a refusal of this token from one of all. */
final class RevocationProof {

    /** What keeps the question from being signed, on this machine; it will never be otherwise. */
    private static final Set<FailureText> NOT_ASKED =
            Set.of(IdentityFailure.AGENT_KEY_UNUSABLE, TokenFailure.JWT_UNREADABLE);
    /** The service, or what stands for it, answered; that answer may be its last. */
    private static final Set<FailureText> NOT_UNDERSTOOD =
            Set.of(IdentityFailure.SERVICE_ANSWER_UNEXPECTED, IdentityFailure.SERVICE_ANSWER_UNREADABLE);

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
        return askAgain().or(this::uncontrolled);
    }

    /** The second question. As above. */
    Optional<Failure> askAgain() {
        try {
            return doubt(refusal());
        } catch (FailureException e) {
            Failure failure = e.failure();
            if (isOneOf(NOT_ASKED, failure)) {
                return Optional.of(RotationFailure.ROTATION_PREVIOUS_NO_TOKEN.with(
                        run.paths(), previous.version(), failure.reason()));
            }
            if (isOneOf(NOT_UNDERSTOOD, failure)) {
                return Optional.of(RotationFailure.ROTATION_ANSWER_UNCLEAR.with(run.paths(), failure.what()));
            }
            throw e;
        }
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
        try {
            return uncontrolledBy(run.live().latest());
        } catch (FailureException e) {
            Failure failure = e.failure();
            if (isOneOf(NOT_ASKED, failure)
                    || isOneOf(NOT_UNDERSTOOD, failure)
                    || isOneOf(Set.of(RotationFailure.ROTATION_FIELD_NOT_TEXT), failure)) {
                return Optional.of(noControl("of the live token nothing can be said: " + failure.reason()));
            }
            throw e;
        }
    }

    private Optional<Failure> uncontrolledBy(SecretVersion live) {
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

    private static boolean isOneOf(Set<? extends FailureText> texts, Failure failure) {
        return texts.stream().anyMatch(text -> text.code().equals(failure.code()));
    }

    private Failure noControl(String what) {
        return RotationFailure.ROTATION_NO_CONTROL.with(run.paths(), what);
    }
}
