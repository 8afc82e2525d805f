package dev.codexrunner.credential;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which secret of Vault it was.
 *
 * @param path mount and path, without the field
 * @param version version of the secret; empty for KV v1
 * @param createdTime when that version was written; empty for KV v1
 */
public record VaultOrigin(String path, OptionalInt version, Optional<Instant> createdTime) {}
