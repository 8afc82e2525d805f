package dev.codexrunner.preflight;

import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.failure.Failure;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The older managed_config.toml: codex reads two of its defaults as if they were requirements. Pure. */
final class PolicyDefaults {

    private PolicyDefaults() {}

    static Optional<Failure> objection(Path file, JsonNode defaults, RunnerConfig config) {
        return defaults.path("approval_policy")
                .stringValueOpt()
                .filter(policy -> !policy.equals(PolicyRequirements.APPROVAL))
                .map(policy -> PolicyFailure.POLICY_WANTS_APPROVALS.with(file, "approval_policy", policy))
                .or(() -> defaults.path("sandbox_mode")
                        .stringValueOpt()
                        .filter(mode -> !mode.equals(config.codex().sandbox().flagValue()))
                        .filter(mode -> !config.codex().sandbox().flagValue().equals(PolicyRequirements.READ_ONLY))
                        .map(mode -> PolicyFailure.POLICY_EXCLUDES.with(
                                file,
                                "sandbox_mode",
                                mode,
                                config.codex().sandbox().flagValue())));
    }
}
