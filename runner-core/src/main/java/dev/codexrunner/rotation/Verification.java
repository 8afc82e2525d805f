package dev.codexrunner.rotation;

import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.identity.IdentityAnswer;

/** How a token is proven. */
public interface Verification {

    /**
     * Whose token it is, by the calls that codex makes; no model is called.
     *
     * @throws dev.codexrunner.failure.FailureException where the service can't be asked
     */
    IdentityAnswer identity(AccessToken token);

    /**
     * Whether the service knows the token, whatever codex would check on its own side.
     *
     * @throws dev.codexrunner.failure.FailureException where the service can't be asked
     */
    IdentityAnswer identityEvenIfExpired(AccessToken token);

    /** A tiny real run of codex whose answer is known. Does not throw for what the run came to. */
    ProbeResult probe(AccessToken token);
}
