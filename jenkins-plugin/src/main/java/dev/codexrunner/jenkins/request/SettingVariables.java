package dev.codexrunner.jenkins.request;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Each variable that the runner takes for a setting. Variables have precedence over the file that the plugin writes. */
final class SettingVariables {

    /** Every setting, by its key; a test holds them against those that the runner has. */
    static final List<String> KEYS = List.of("""
            add-dir allow-changes allow-credential-file allow-danger-full-access allow-gated-changes
            allow-identity-change allow-mcp allow-override allow-stored-login allow-unchecked-changes
            allow-untrusted-trigger ca-bundle cd codex-config codex-home codex-path codex-sha256 codex-version
            deny-changes expect-live-version expires-at fail-on fingerprint-key-file idle-timeout image json junit-file
            login-mode max-commands max-file-changes max-token-age max-tokens max-version-age metrics-file min-validity
            model otel-endpoint otel-headers otel-headers-file otel-protocol otel-signals output-schema owner pass-env
            paths-file pending-max-age profile progress prompt-file replace report-dir require resume retries retry-wait
            rotation-fail rotation-metadata rotation-warn run-name sandbox skip-git-repo-check summary-file summary-jsonl
            team-config team-config-base timeout token-env token-file token-kind token-name token-source unproven
            vault-addr vault-auth vault-auth-mount vault-ca vault-client-cert vault-client-key vault-jwt vault-jwt-file
            vault-kv-version vault-namespace vault-password vault-password-file vault-path vault-redirect-host vault-role
            vault-role-id vault-secret-id vault-secret-id-file vault-secret-version vault-timeout vault-token
            vault-token-file vault-username vault-wrapped verification-max-age""".split("\\s+"));

    /** Of Vault's and OpenBao's own, those that the runner reads or objects to. */
    private static final List<String> OF_VAULT = List.of(
            "ADDR",
            "NAMESPACE",
            "CACERT",
            "CAPATH",
            "CLIENT_CERT",
            "CLIENT_KEY",
            "TOKEN",
            "SKIP_VERIFY",
            "TLS_SERVER_NAME",
            "AGENT_ADDR",
            "PROXY_ADDR",
            "HTTP_PROXY");

    private static final List<String> OF_CODEX = List.of(
            SecretVariables.ACCESS_TOKEN, "CODEX_API_KEY", "CODEX_HOME", "CODEX_CA_CERTIFICATE", "CODEX_RUNNER_DEBUG");

    static final List<String> ALL = Stream.of(
                    KEYS.stream()
                            .map(key -> "CODEX_RUNNER_"
                                    + key.toUpperCase(Locale.ROOT).replace('-', '_')),
                    Stream.of("VAULT_", "BAO_")
                            .flatMap(prefix -> OF_VAULT.stream().map(prefix::concat)),
                    OF_CODEX.stream())
            .flatMap(names -> names)
            .toList();

    private SettingVariables() {}
}
