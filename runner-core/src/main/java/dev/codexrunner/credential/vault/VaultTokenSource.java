package dev.codexrunner.credential.vault;

import dev.codexrunner.config.ConfigFailure;
import dev.codexrunner.config.TokenSourceKind;
import dev.codexrunner.config.VaultConfig;
import dev.codexrunner.credential.CredentialOrigin;
import dev.codexrunner.credential.FetchedToken;
import dev.codexrunner.credential.TokenSource;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import java.time.Instant;
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
        // A part is kept for the revocation, so that a slow read can't use it up.
        Instant end = wire.clock().instant().plus(config.vaultTimeout()).minus(VaultSession.releaseTime(config));
        VaultSession session = VaultSession.open(config, wire, () -> end);
        KvSecret secret;
        try (session) {
            secret = read(session, address);
        } catch (FailureException e) {
            throw session.warnings().stream()
                    .map(warning -> explained(e, warning))
                    .findFirst()
                    .orElse(e);
        }
        return new FetchedToken(
                secret.value(),
                new CredentialOrigin(TokenSourceKind.VAULT, Optional.of(secret.origin())),
                session.warnings());
    }

    private KvSecret read(VaultSession session, SecretAddress address) {
        return new KvReader(session.connection(), session.token(), session.isGiven())
                .read(address, config.secret().vaultKvVersion(), config.secret().vaultSecretVersion());
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
