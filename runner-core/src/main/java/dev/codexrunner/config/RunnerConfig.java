package dev.codexrunner.config;

/** Everything that can be set, resolved and checked. One record for each concern. */
public record RunnerConfig(
        TaskConfig task,
        CodexConfig codex,
        TokenConfig token,
        VaultConfig vault,
        TlsConfig tls,
        LimitConfig limits,
        PolicyConfig policy,
        ReportConfig report) {}
