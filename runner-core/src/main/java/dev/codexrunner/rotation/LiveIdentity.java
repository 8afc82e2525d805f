package dev.codexrunner.rotation;

import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.identity.IdentityAnswer;
import dev.codexrunner.credential.identity.TokenIdentity;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.secret.Secret;
import java.util.Optional;

/** Whose the live token is: by itself, by the service, or by what was recorded while it worked. */
final class LiveIdentity {

    private final StepRun run;

    LiveIdentity(StepRun run) {
        this.run = run;
    }

    /**
     * Empty where there is no live token and never was one.
     *
     * @throws FailureException ROTATION_IDENTITY_UNKNOWN where there is one and nobody can tell; or why the service can't
     *     be asked
     */
    Optional<TokenIdentity> of(SecretVersion live) {
        Optional<Secret> token = run.live().token(live);
        if (token.isEmpty()) {
            return run.journal().state().live().flatMap(TokenFacts::identity);
        }
        Optional<AccessToken> shaped = LiveSecret.shaped(token.get());
        Optional<TokenIdentity> claimed = shaped.flatMap(LiveSecret::claimed);
        return claimed.isPresent() ? claimed : Optional.of(recordedOrAsked(live, shaped));
    }

    private TokenIdentity recordedOrAsked(SecretVersion live, Optional<AccessToken> token) {
        Optional<TokenIdentity> recorded = run.live().facts(live, run.journal()).flatMap(TokenFacts::identity);
        if (recorded.isPresent()) {
            return recorded.get();
        }
        if (token.isEmpty()) {
            throw unknown("What is live is no token, and nothing is recorded of it.");
        }
        IdentityAnswer answer = run.verification().identity(token.get());
        if (answer instanceof IdentityAnswer.Accepted accepted) {
            return accepted.identity();
        }
        throw unknown("The service refuses the live token, and nothing is recorded of it.");
    }

    private FailureException unknown(String why) {
        return RotationFailure.ROTATION_IDENTITY_UNKNOWN
                .with(run.paths(), "accepted by the service", why)
                .asException();
    }
}
