package dev.codexrunner.rotation.check;

import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.identity.IdentityAnswer;

/** Asks OpenAI's service whether it accepts a token. Called from several threads. */
public interface IdentityQuestion {

    /** @throws dev.codexrunner.failure.FailureException where the service could not be asked */
    IdentityAnswer ask(AccessToken token);
}
