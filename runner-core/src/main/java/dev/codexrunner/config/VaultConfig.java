package dev.codexrunner.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How to reach Vault (or OpenBao), log in, and which secret to read.
 *
 * @param vaultAddr base address
 * @param vaultNamespace namespace, for Vault Enterprise, HCP and OpenBao
 * @param vaultCa certificate authorities for Vault's own TLS; empty: the common bundle
 * @param vaultClientCert client certificate chain, PEM, for the login {@code cert} or mutual TLS
 * @param vaultClientKey its private key, PEM PKCS#8
 * @param vaultTimeout bound for everything done with Vault before the run
 * @param vaultRedirectHost hosts beside its own that a standby may send us on to
 * @param login how to log in
 * @param secret what to read
 */
public record VaultConfig(
        Optional<URI> vaultAddr,
        Optional<String> vaultNamespace,
        List<Path> vaultCa,
        Optional<Path> vaultClientCert,
        Optional<Path> vaultClientKey,
        Duration vaultTimeout,
        List<String> vaultRedirectHost,
        VaultLoginConfig login,
        VaultSecretConfig secret) {}
