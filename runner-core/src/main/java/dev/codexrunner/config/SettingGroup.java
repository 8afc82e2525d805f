package dev.codexrunner.config;

/** Settings that belong together: one group for each record of {@link RunnerConfig}. */
public enum SettingGroup {
    TASK("Task", TaskConfig.class),
    CODEX("Codex", CodexConfig.class),
    TOKEN("Token", TokenConfig.class),
    VAULT("Vault", VaultConfig.class),
    VAULT_LOGIN("Vault login", VaultLoginConfig.class),
    VAULT_SECRET("Vault secret", VaultSecretConfig.class),
    TLS("TLS", TlsConfig.class),
    LIMITS("Limits", LimitConfig.class),
    POLICY("Policy", PolicyConfig.class),
    CHANGES("Changed files", ChangeConfig.class),
    TRUST("Trust", TrustConfig.class),
    REPORT("Report", ReportConfig.class),
    TELEMETRY("codex's telemetry", TelemetryConfig.class),
    ROTATION("Rotation", RotationConfig.class),
    ROTATION_CHECK("Rotation check", RotationCheckConfig.class);

    private final String title;
    private final Class<? extends Record> recordType;

    SettingGroup(String title, Class<? extends Record> recordType) {
        this.title = title;
        this.recordType = recordType;
    }

    /** Heading in the help and in the documentation. */
    public String title() {
        return title;
    }

    /** The record whose components these settings fill. */
    public Class<? extends Record> recordType() {
        return recordType;
    }
}
