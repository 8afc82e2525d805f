package dev.codexrunner.rotation;

import dev.codexrunner.credential.identity.TokenIdentity;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import java.util.Optional;

/** Whether a token that is to go live belongs to the same workspace and person as the one that is live. */
final class IdentityCheck {

    private final StepRun run;

    IdentityCheck(StepRun run) {
        this.run = run;
    }

    /**
     * What the check came to where nothing speaks against the token.
     *
     * @param shown whether it is shown to belong to the same; else a person allowed it, or there is nothing to compare with
     * @param sentence says so
     */
    record Accepted(boolean shown, String sentence) {}

    /**
     * @param changeAllowed whether a person has allowed another identity, or one that can't be compared
     * @throws FailureException ROTATION_IDENTITY_DIFFERS or ROTATION_IDENTITY_UNKNOWN; or why the service can't be asked
     */
    Accepted of(TokenIdentity candidate, SecretVersion live, boolean changeAllowed) {
        Optional<TokenIdentity> known;
        try {
            known = new LiveIdentity(run).of(live);
        } catch (FailureException unknowable) {
            if (!changeAllowed) {
                throw unknowable;
            }
            return new Accepted(
                    false,
                    "Whose the live token is could not be found out: "
                            + unknowable.failure().reason());
        }
        if (known.isEmpty()) {
            return new Accepted(
                    false,
                    "There is no live token to compare with; whose this one is was taken as it is: "
                            + Words.said(candidate) + ".");
        }
        IdentityComparison.Result result = IdentityComparison.compare(candidate, known.get());
        if (result instanceof IdentityComparison.Same) {
            return new Accepted(
                    true,
                    "It belongs to the same workspace and person as the live token: " + Words.said(candidate) + ".");
        }
        if (!changeAllowed) {
            throw refusal(result, candidate).asException();
        }
        return new Accepted(
                false,
                "It is not shown to belong to the same workspace and person as the live token; that was allowed: "
                        + Words.said(known.get()) + " before, " + Words.said(candidate) + " now.");
    }

    private Failure refusal(IdentityComparison.Result result, TokenIdentity candidate) {
        return result instanceof IdentityComparison.Different different
                ? RotationFailure.ROTATION_IDENTITY_DIFFERS.with(
                        run.paths(), different.what(), different.candidate(), different.live())
                : RotationFailure.ROTATION_IDENTITY_UNKNOWN.with(
                        run.paths(), Words.said(candidate), "Too little is known of the live token's identity.");
    }
}
