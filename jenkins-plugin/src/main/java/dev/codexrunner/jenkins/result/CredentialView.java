package dev.codexrunner.jenkins.result;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where the token came from; never the token.
 *
 * @param source vault, env, file, stdin or unknown
 * @param exposed whether the agent's commands could read it
 */
public record CredentialView(
        String source,
        Optional<String> kind,
        Optional<String> fingerprint,
        Optional<Boolean> exposed,
        Optional<Instant> expiresAt,
        Optional<Vault> vault) {

    /** The place in Vault. */
    public record Vault(String path, OptionalInt version, Optional<Instant> createdTime) {}

    public static CredentialView unknown() {
        return new CredentialView(
                "unknown", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
