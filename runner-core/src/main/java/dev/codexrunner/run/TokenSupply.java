package dev.codexrunner.run;

import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.AgentPrivateKey;
import dev.codexrunner.credential.CredentialOrigin;
import dev.codexrunner.preflight.TrustedAuthorities;
import dev.codexrunner.secret.Secret;
import dev.codexrunner.transport.ProxySettings;
import java.util.function.Consumer;

/** Gives a run its credential, when all that can be checked without it was checked. */
@FunctionalInterface
public interface TokenSupply {

    /** Fetched from where the configuration says. */
    TokenSupply CONFIGURED = TokenFetch::fetch;

    /**
     * @param learn told of each secret as soon as it is known
     * @throws dev.codexrunner.failure.FailureException when it can't be had, or is no token that codex can use
     */
    TokenFetch get(
            RunnerConfig config,
            RunSurroundings surroundings,
            TrustedAuthorities authorities,
            ProxySettings proxies,
            Consumer<Secret> learn);

    /** A token that is there already, inspected. */
    static TokenSupply given(AccessToken token, CredentialOrigin origin) {
        return (config, surroundings, authorities, proxies, learn) -> {
            learn.accept(token.value());
            AgentPrivateKey.of(token).ifPresent(learn);
            return new TokenFetch(token, origin, token.warnings());
        };
    }
}
