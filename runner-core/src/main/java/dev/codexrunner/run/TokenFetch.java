package dev.codexrunner.run;

import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.AgentPrivateKey;
import dev.codexrunner.credential.CredentialOrigin;
import dev.codexrunner.credential.FetchedToken;
import dev.codexrunner.credential.TokenFingerprint;
import dev.codexrunner.credential.TokenInspector;
import dev.codexrunner.credential.TokenSource;
import dev.codexrunner.credential.TokenSources;
import dev.codexrunner.credential.vault.VaultTokenSource;
import dev.codexrunner.credential.vault.VaultWire;
import dev.codexrunner.preflight.TrustedAuthorities;
import dev.codexrunner.secret.Secret;
import dev.codexrunner.transport.HttpClients;
import dev.codexrunner.transport.Pause;
import dev.codexrunner.transport.ProxySettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The credential of a run, fetched and checked.
 *
 * @param token ready for use
 * @param origin where it came from
 * @param warnings sentences for the user
 */
public record TokenFetch(AccessToken token, CredentialOrigin origin, List<String> warnings) {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /**
     * Fetches the token from where the configuration says. Our own Vault token is revoked when this returns or throws.
     *
     * @param learn told of each secret as soon as it is known
     * @throws dev.codexrunner.failure.FailureException when it can't be had, or is no token that codex can use
     */
    public static TokenFetch fetch(
            RunnerConfig config,
            RunSurroundings surroundings,
            TrustedAuthorities authorities,
            ProxySettings proxies,
            Consumer<Secret> learn) {
        return inspected(config, surroundings, raw(config, surroundings, authorities, proxies, learn), learn);
    }

    /**
     * Only fetches it, for who looks at each step by itself; otherwise as {@link #fetch}.
     *
     * @throws dev.codexrunner.failure.FailureException when it can't be had
     */
    public static FetchedToken raw(
            RunnerConfig config,
            RunSurroundings surroundings,
            TrustedAuthorities authorities,
            ProxySettings proxies,
            Consumer<Secret> learn) {
        TokenSource source = TokenSources.of(
                config.token(),
                surroundings.variables(),
                surroundings.standardInput(),
                () -> new VaultTokenSource(config.vault(), wire(config, surroundings, authorities, proxies)));
        FetchedToken fetched = source.fetch();
        learn.accept(fetched.token());
        return fetched;
    }

    /**
     * Only checks what {@link #raw} fetched.
     *
     * @throws dev.codexrunner.failure.FailureException when it is no token that codex can use
     */
    public static TokenFetch inspected(
            RunnerConfig config, RunSurroundings surroundings, FetchedToken fetched, Consumer<Secret> learn) {
        AccessToken token =
                TokenInspector.inspect(fetched.token(), config.token().tokenKind(), surroundings.clock());
        learn.accept(token.value());
        AgentPrivateKey.of(token).ifPresent(learn);
        List<String> warnings = new ArrayList<>(fetched.warnings());
        warnings.addAll(token.warnings());
        return new TokenFetch(token, fetched.origin(), warnings);
    }

    /**
     * The keyed hash by which reports tell tokens apart; empty where no key was given.
     *
     * @throws dev.codexrunner.failure.FailureException when the key can't be used
     */
    static Optional<String> fingerprint(RunnerConfig config, TokenFetch fetch) {
        return config.token()
                .fingerprintKeyFile()
                .map(TokenFingerprint::withKeyFrom)
                .map(fingerprint -> fingerprint.of(fetch.token().value()));
    }

    private static VaultWire wire(
            RunnerConfig config, RunSurroundings surroundings, TrustedAuthorities authorities, ProxySettings proxies) {
        return new VaultWire(
                HttpClients.create(
                        authorities.vaultContext(config.vault(), surroundings.clock()), proxies, CONNECT_TIMEOUT),
                proxies,
                surroundings.clock(),
                Pause.sleeping(),
                surroundings.random());
    }
}
