package dev.codexrunner.testkit.vault;

import java.net.URI;

/** A server that speaks Vault's API over TLS, initialised and unsealed; the stand-in or a real one. */
public interface VaultBackend extends AutoCloseable {

    URI address();

    /** The token that may do everything. */
    String rootToken();

    /** Seals it. */
    void seal();

    /** Unseals it and waits until it serves. */
    void unseal();

    @Override
    void close();
}
