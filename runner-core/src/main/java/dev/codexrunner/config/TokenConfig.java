package dev.codexrunner.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The credential for codex.
 *
 * @param tokenSource where it comes from; by default Vault where a Vault address is set, else the environment
 * @param tokenKind what sort it is meant to be
 * @param tokenFile the file, for the source {@code file}
 * @param tokenEnv the variable's name, for the source {@code env}
 * @param fingerprintKeyFile key for the token's fingerprint in the report; without one there is no fingerprint
 */
public record TokenConfig(
        TokenSourceKind tokenSource,
        TokenKind tokenKind,
        Optional<Path> tokenFile,
        String tokenEnv,
        Optional<Path> fingerprintKeyFile) {}
