package dev.codexrunner.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What is allowed beyond the safe defaults, and what fails a run beyond codex's own judgement.
 *
 * @param allowDangerFullAccess whether the sandbox may be switched off
 * @param allowStoredLogin whether the token may be written into CODEX_HOME
 * @param allowOverride top-level keys of codex's configuration, or names of variables, that may widen access
 * @param allowMcp names of MCP servers that may start
 * @param allowCredentialFile credential files that the agent may read
 * @param failOn what fails the run although codex passes over it
 */
public record PolicyConfig(
        boolean allowDangerFullAccess,
        boolean allowStoredLogin,
        List<String> allowOverride,
        List<String> allowMcp,
        List<Path> allowCredentialFile,
        Set<FailOn> failOn) {}
