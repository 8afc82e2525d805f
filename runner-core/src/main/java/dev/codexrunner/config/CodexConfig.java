package dev.codexrunner.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which codex is started and how.
 *
 * @param codexPath the codex program, or a folder of the npm package; by default looked up on PATH
 * @param codexSha256 digest that the native binary must have, 64 hex digits
 * @param codexVersion version that {@code codex --version} must print
 * @param codexHome CODEX_HOME to use and keep; by default a private one that goes when the run ends
 * @param model the model's name; by default codex's own choice
 * @param profile a profile of the given CODEX_HOME's config.toml
 * @param sandbox what the agent's commands may touch
 * @param config codex's own {@code -c key=value} settings
 * @param passEnv names of variables that codex gets beyond the allow-list
 * @param loginMode how codex learns the token
 */
public record CodexConfig(
        Optional<Path> codexPath,
        Optional<String> codexSha256,
        Optional<String> codexVersion,
        Optional<Path> codexHome,
        Optional<String> model,
        Optional<String> profile,
        Sandbox sandbox,
        List<String> config,
        List<String> passEnv,
        LoginMode loginMode) {

    /** The same with further {@code -c} settings, over which the given ones win. */
    public CodexConfig withConfigBefore(List<String> more) {
        return withConfig(Stream.concat(more.stream(), config.stream()).toList());
    }

    /** The same with further {@code -c} settings, which win over the given ones. */
    public CodexConfig withConfigAfter(List<String> more) {
        return withConfig(Stream.concat(config.stream(), more.stream()).toList());
    }

    private CodexConfig withConfig(List<String> settings) {
        return new CodexConfig(
                codexPath, codexSha256, codexVersion, codexHome, model, profile, sandbox, settings, passEnv, loginMode);
    }
}
