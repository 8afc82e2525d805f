package dev.codexrunner.credential.identity;

import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.secret.Secret;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks OpenAI's service of a token. */
public final class IdentityService {

    private final ServiceWire wire;
    private final ServiceAddresses addresses;
    private final Consumer<Secret> learn;

    /** @param learn told of every secret that is made on the way, before it is sent */
    public IdentityService(ServiceWire wire, ServiceAddresses addresses, Consumer<Secret> learn) {
        this.wire = wire;
        this.addresses = addresses;
        this.learn = learn;
    }

    /**
     * Asks as codex does before its first request to the model.
     *
     * @throws dev.codexrunner.failure.FailureException where the service could not be asked, or gave no answer that says
     *     anything of the token
     */
    public IdentityAnswer ask(AccessToken token) {
        // Comes with the next commit: this one lets others compile.
        return Optional.<IdentityAnswer>empty()
                .orElseThrow(() -> new UnsupportedOperationException(
                        token.kind() + " " + addresses + wire.deadline() + learn.hashCode()));
    }

    /**
     * Asks the service whether it knows the token, whatever codex would check on its own side (expiry, signature): who
     * holds a leaked token leaves those checks out as well. For confirming a revocation.
     *
     * @throws dev.codexrunner.failure.FailureException as {@link #ask}
     */
    public IdentityAnswer askEvenIfExpired(AccessToken token) {
        return ask(token);
    }
}
