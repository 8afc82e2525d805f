package dev.codexrunner.credential.vault;

import dev.codexrunner.config.ConfigFailure;
import dev.codexrunner.config.TokenSourceKind;
import dev.codexrunner.config.VaultConfig;
import dev.codexrunner.credential.CredentialOrigin;
import dev.codexrunner.credential.FetchedToken;
import dev.codexrunner.credential.TokenSource;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The token for codex from Vault: log in, read, revoke our Vault token. Whatever happens between login and revocation
 * (a failure, an interrupt), the revocation is tried; one that fails is a warning. A token that the user gave
 * ({@code --vault-auth token}) is not ours and stays.
 *
 * <p>Everything ends within {@link VaultConfig#vaultTimeout()}, of which a part is kept for the revocation. After an
 * interrupt of the calling thread, login and revocation may each take {@link ResponseWait#GRACE} at most, a read ends
 * at once.
 */
public final class VaultTokenSource implements TokenSource {

    private static final Duration LONGEST_RELEASE = Duration.ofSeconds(5);

    private final VaultConfig config;
    private final VaultWire wire;

    /**
     * @param config as resolved; nothing else is asked, neither variables nor {@code ~/.vault-token}
     * @param wire the client and clock to use; the client stays the caller's
     */
    public VaultTokenSource(VaultConfig config, VaultWire wire) {
        this.config = config;
        this.wire = wire;
    }

    /**
     * Fetches the token.
     *
     * @throws FailureException one of {@link VaultFailure}, {@link VaultLoginFailure}, {@link VaultSecretFailure} or
     *     {@link dev.codexrunner.transport.TransportFailure}
     */
    @Override
    public FetchedToken fetch() {
        SecretAddress address = SecretAddress.parse(config.secret()
                .vaultPath()
                .filter(path -> !path.isBlank())
                .orElseThrow(() -> ConfigFailure.VAULT_SETTING_MISSING
                        .with("--vault-path", "--vault-path", "There is no default place for the token.")
                        .asException()));
        VaultServer server = VaultServer.of(config, wire.proxies());
        VaultLogin login = VaultLogins.of(config.login());

        Instant end = wire.clock().instant().plus(config.vaultTimeout());
        VaultConnection connection = new VaultConnection(server, wire, end.minus(releaseTime()));
        VaultToken token = logIn(login, connection);
        KvSecret secret;
        try {
            secret = read(connection, token, address);
        } catch (FailureException e) {
            throw release(token, connection)
                    .map(warning -> explained(e, warning))
                    .orElse(e);
        } catch (RuntimeException | Error e) {
            release(token, connection);
            throw e;
        }
        List<String> warnings = release(token, connection).stream().toList();
        return new FetchedToken(
                secret.value(), new CredentialOrigin(TokenSourceKind.VAULT, Optional.of(secret.origin())), warnings);
    }

    private static VaultToken logIn(VaultLogin login, VaultConnection connection) {
        try {
            return login.logIn(connection);
        } catch (FailureException e) {
            // Not answered within the grace: whether Vault carried it out, we can't know. An unwrapping has a word of
            // its own.
            throw Thread.currentThread().isInterrupted()
                            && e.failure().kind() == FailureKind.CANCELLED
                            && !e.failure().code().equals(VaultLoginFailure.VAULT_UNWRAP_INTERRUPTED.code())
                    ? VaultFailure.VAULT_LOGIN_CUT_OFF.with().asException()
                    : e;
        }
    }

    private KvSecret read(VaultConnection connection, VaultToken token, SecretAddress address) {
        // The interrupt may have come while the login was let come to its end.
        if (Thread.currentThread().isInterrupted()) {
            throw VaultFailure.VAULT_INTERRUPTED.with().asException();
        }
        boolean given = token.ownership() == VaultToken.Ownership.GIVEN;
        return new KvReader(connection, token.value(), given)
                .read(address, config.secret().vaultKvVersion(), config.secret().vaultSecretVersion());
    }

    private Optional<String> release(VaultToken token, VaultConnection connection) {
        Instant now = wire.clock().instant();
        Duration bound = Thread.currentThread().isInterrupted() ? ResponseWait.GRACE : releaseTime();
        return TokenRelease.release(token, connection.until(now.plus(bound)));
    }

    /** Kept back for the revocation, so that a slow read can't use it up. */
    private Duration releaseTime() {
        Duration fifth = config.vaultTimeout().dividedBy(5);
        return fifth.compareTo(LONGEST_RELEASE) < 0 ? fifth : LONGEST_RELEASE;
    }

    private static FailureException explained(FailureException e, String warning) {
        Failure failure = e.failure();
        return new Failure(
                        failure.kind(),
                        failure.code(),
                        failure.what(),
                        failure.why() + " " + warning,
                        failure.fix(),
                        failure.retryable(),
                        failure.exitCode())
                .asException();
    }
}
