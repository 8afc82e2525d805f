package dev.codexrunner.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything that can be set, resolved and checked. One record for each concern. */
public record RunnerConfig(
        TaskConfig task,
        CodexConfig codex,
        TokenConfig token,
        VaultConfig vault,
        TlsConfig tls,
        LimitConfig limits,
        PolicyConfig policy,
        ChangeConfig changes,
        TrustConfig trust,
        ReportConfig report,
        TelemetryConfig telemetry,
        RotationConfig rotation,
        RotationCheckConfig rotationCheck) {

    /** The same configuration with other demands on the run's outcome; for replay, which takes them from run.json. */
    public RunnerConfig withRequirements(List<Path> require, Optional<Path> outputSchema, Set<FailOn> failOn) {
        return new RunnerConfig(
                new TaskConfig(
                        task.promptFile(),
                        task.cd(),
                        task.addDir(),
                        task.image(),
                        outputSchema,
                        task.resume(),
                        task.skipGitRepoCheck(),
                        require),
                codex,
                token,
                vault,
                tls,
                limits,
                new PolicyConfig(
                        policy.allowDangerFullAccess(),
                        policy.allowStoredLogin(),
                        policy.allowOverride(),
                        policy.allowMcp(),
                        policy.allowCredentialFile(),
                        failOn),
                changes,
                trust,
                report,
                telemetry,
                rotation,
                rotationCheck);
    }
}
