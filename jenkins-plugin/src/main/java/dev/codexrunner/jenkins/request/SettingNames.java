package dev.codexrunner.jenkins.request;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The settings of docs/configuration.md that the plugin knows by name. */
final class SettingNames {

    static final String CA_BUNDLE = "ca-bundle";
    static final String VAULT_CA = "vault-ca";
    static final String CODEX_CONFIG = "codex-config";

    /**
     * What a job may set by {@code config} where nobody has configured a policy: limits, and what only narrows.
     * No authorities: whoever chooses them can pass for Vault.
     */
    static final List<String> HARMLESS = List.of(
            "add-dir",
            "allow-changes",
            "deny-changes",
            "fail-on",
            "image",
            "max-commands",
            "max-file-changes",
            "pending-max-age",
            "max-token-age",
            "max-version-age",
            "require",
            "retry-wait",
            "rotation-fail",
            "rotation-warn",
            "skip-git-repo-check",
            "vault-timeout");

    /** Set by the plugin itself: with another value it would not find what it waits for, or not hold what it promises. */
    static final Set<String> OF_THE_PLUGIN = Set.of(
            "allow-danger-full-access",
            "json",
            "paths-file",
            "progress",
            "prompt-file",
            "report-dir",
            "run-name",
            "summary-file",
            "token-env",
            "token-file",
            "token-source",
            "vault-jwt-file",
            "vault-password-file",
            "vault-role-id",
            "vault-secret-id-file",
            "vault-token-file",
            "vault-username",
            "vault-wrapped");

    /** What the policy looks at: given as flags too, which no variable can go before. */
    static final List<String> AS_FLAGS = List.of(
            "token-source",
            "sandbox",
            "cd",
            "model",
            "codex-path",
            "codex-sha256",
            CA_BUNDLE,
            "vault-addr",
            "vault-namespace",
            "vault-auth",
            "vault-auth-mount",
            "vault-role",
            "vault-path",
            "paths-file");

    /** What has an input of its own: by the key of the setting the input's name. */
    static final Map<String, String> WITH_INPUT = Map.ofEntries(
            Map.entry("allow-untrusted-trigger", "acceptedRisks"),
            Map.entry("cd", "workingDirectory"),
            Map.entry("codex-path", "codexPath"),
            Map.entry("idle-timeout", "idleTimeout"),
            Map.entry("max-tokens", "maxTokens"),
            Map.entry("model", "model"),
            Map.entry("output-schema", "outputSchema"),
            Map.entry("retries", "retries"),
            Map.entry("sandbox", "sandbox"),
            Map.entry("timeout", "timeout"),
            Map.entry("vault-addr", "vault.address"),
            Map.entry("vault-auth", "vault.auth"),
            Map.entry("vault-auth-mount", "vault.authMount"),
            Map.entry("vault-kv-version", "vault.kvVersion"),
            Map.entry("vault-namespace", "vault.namespace"),
            Map.entry("vault-path", "vault.path"),
            Map.entry("vault-role", "vault.role"),
            Map.entry("vault-secret-version", "vault.secretVersion"));

    private SettingNames() {}
}
