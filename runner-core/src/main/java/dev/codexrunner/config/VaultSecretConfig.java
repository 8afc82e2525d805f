package dev.codexrunner.config;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which secret to read.
 *
 * @param vaultPath mount, path and field, for instance {@code secret/ci/codex#access_token}
 * @param vaultKvVersion the engine's version
 * @param vaultSecretVersion a fixed version of the secret, KV v2 only
 */
public record VaultSecretConfig(Optional<String> vaultPath, KvVersion vaultKvVersion, OptionalInt vaultSecretVersion) {}
