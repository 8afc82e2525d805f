package dev.codexrunner.launch;

import dev.codexrunner.config.CodexConfig;
import dev.codexrunner.config.LoginMode;
import dev.codexrunner.config.PolicyConfig;
import dev.codexrunner.config.Sandbox;
import dev.codexrunner.config.TaskConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Configurations for tests. */
final class Configs {

    private Configs() {}

    static TaskConfig task(Path cd, Optional<String> resume) {
        return new TaskConfig(Optional.empty(), cd, List.of(), List.of(), Optional.empty(), resume, false, List.of());
    }

    static CodexConfig codex(List<String> config, List<String> passEnv) {
        return codex(Optional.empty(), Optional.empty(), Optional.empty(), config, passEnv);
    }

    static CodexConfig codex(
            Optional<Path> path,
            Optional<String> sha256,
            Optional<String> version,
            List<String> config,
            List<String> passEnv) {
        return new CodexConfig(
                path,
                sha256,
                version,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Sandbox.READ_ONLY,
                config,
                passEnv,
                LoginMode.ENV);
    }

    static PolicyConfig policy(List<String> allowOverride, List<String> allowMcp) {
        return new PolicyConfig(false, false, allowOverride, allowMcp, List.of(), Set.of());
    }
}
