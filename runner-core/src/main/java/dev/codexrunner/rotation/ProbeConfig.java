package dev.codexrunner.rotation;

import dev.codexrunner.config.ChangeConfig;
import dev.codexrunner.config.CodexConfig;
import dev.codexrunner.config.LimitConfig;
import dev.codexrunner.config.LoginMode;
import dev.codexrunner.config.PolicyConfig;
import dev.codexrunner.config.ReportConfig;
import dev.codexrunner.config.ResolvedConfig;
import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.config.Sandbox;
import dev.codexrunner.config.TaskConfig;
import dev.codexrunner.config.TeamConfigMode;
import dev.codexrunner.config.TelemetryConfig;
import dev.codexrunner.config.TrustConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The configuration of a probe: codex, its service, CA and proxies as a run has them; all else as narrow as can be. */
final class ProbeConfig {

    private ProbeConfig() {}

    static ResolvedConfig of(ResolvedConfig resolved, Path folder, Duration timeout) {
        RunnerConfig given = resolved.config();
        return new ResolvedConfig(
                new RunnerConfig(
                        task(folder),
                        codex(given.codex()),
                        given.token(),
                        given.vault(),
                        given.tls(),
                        limits(given.limits(), timeout),
                        policy(given.policy()),
                        new ChangeConfig(List.of(), List.of(), List.of(), false),
                        new TrustConfig(given.trust().allowUntrustedTrigger(), TeamConfigMode.OFF, Optional.empty()),
                        ReportConfig.onlyProgress(given.report().progress()),
                        TelemetryConfig.OFF,
                        given.rotation(),
                        given.rotationCheck()),
                resolved.values(),
                List.of());
    }

    private static TaskConfig task(Path folder) {
        return new TaskConfig(
                Optional.empty(), folder, List.of(), List.of(), Optional.empty(), Optional.empty(), true, List.of());
    }

    private static CodexConfig codex(CodexConfig given) {
        return new CodexConfig(
                given.codexPath(),
                given.codexSha256(),
                given.codexVersion(),
                given.codexHome(),
                given.model(),
                given.profile(),
                Sandbox.READ_ONLY,
                given.config(),
                given.passEnv(),
                LoginMode.ENV);
    }

    private static LimitConfig limits(LimitConfig given, Duration timeout) {
        Duration idle = given.idleTimeout().compareTo(timeout) < 0 ? given.idleTimeout() : timeout;
        return new LimitConfig(
                timeout, idle, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), 0, given.retryWait());
    }

    private static PolicyConfig policy(PolicyConfig given) {
        return new PolicyConfig(
                false, false, given.allowOverride(), given.allowMcp(), given.allowCredentialFile(), Set.of());
    }
}
