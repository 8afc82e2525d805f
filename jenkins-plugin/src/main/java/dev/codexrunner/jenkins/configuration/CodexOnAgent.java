package dev.codexrunner.jenkins.configuration;

import java.util.Optional;

/**
 * A codex installation on an agent.
 *
 * @param path of the program or of the folder of its npm package, as {@code --codex-path} takes it
 * @param sha256 that the native program must have, for {@code --codex-sha256}
 */
public record CodexOnAgent(String path, Optional<String> sha256) {}
