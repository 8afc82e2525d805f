package dev.codexrunner.credential.vault;

import dev.codexrunner.config.VaultConfig;
import dev.codexrunner.failure.FailureException;
import java.util.List;

/**
 * One login at Vault for many requests. Our Vault token is revoked by {@link #close()}, also when this thread was
 * interrupted; one that the user gave is kept.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class VaultSession implements AutoCloseable {

    private VaultSession() {}

    /**
     * Logs in.
     *
     * @throws FailureException one of {@link VaultFailure}, {@link VaultLoginFailure} or
     *     {@link dev.codexrunner.transport.TransportFailure}
     */
    public static VaultSession open(VaultConfig config, VaultWire wire) {
        throw new UnsupportedOperationException("comes with the next commit: " + config.vaultTimeout() + wire.clock());
    }

    /**
     * The KV version 2 engine that a secret lies in; asks the server for the mount once.
     *
     * @param path mount and path as {@code vault kv get} takes them, without a field
     * @throws FailureException {@link VaultSecretFailure} where it is no KV version 2, or no usable path
     */
    public VersionedSecrets kv(String path) {
        throw new UnsupportedOperationException("comes with the next commit: " + path);
    }

    /** Who we are by Vault's own word, on one line; {@code unknown} where it does not say. */
    public String identity() {
        throw new UnsupportedOperationException("comes with the next commit");
    }

    /** What the user has to know: a revocation that failed. Complete after {@link #close()}. */
    public List<String> warnings() {
        return List.of();
    }

    /** Revokes our token; never throws, and repeats nothing where it was closed before. */
    @Override
    public void close() {}
}
