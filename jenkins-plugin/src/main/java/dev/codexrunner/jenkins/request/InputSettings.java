package dev.codexrunner.jenkins.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The inputs of a request as settings of the runner, and back. The one place that knows which is which. */
final class InputSettings {

    static final String VAULT = "vault-";
    static final String RISKS = "allow-untrusted-trigger";

    private InputSettings() {}

    /** What the request itself gives, by the settings' keys; without the effort, which is part of another setting. */
    static Map<String, List<String>> of(CodexRequest request) {
        Map<String, List<String>> settings = new LinkedHashMap<>();
        put(settings, "cd", request.workingDirectory());
        put(settings, "sandbox", request.sandbox());
        put(settings, "model", request.model());
        put(settings, "output-schema", request.outputSchema());
        put(settings, "timeout", request.timeout());
        put(settings, "idle-timeout", request.idleTimeout());
        put(settings, "max-tokens", request.maxTokens());
        put(settings, "retries", request.retries());
        if (request.program() instanceof CodexProgram.AtPath at) {
            put(settings, "codex-path", Optional.of(at.path()));
        } else if (request.program() instanceof CodexProgram.Installed installed) {
            put(settings, "codex-path", Optional.of(installed.name()));
        }
        if (!request.acceptedRisks().isEmpty()) {
            settings.put(RISKS, request.acceptedRisks());
        }
        request.vault().map(InputSettings::of).ifPresent(settings::putAll);
        return settings;
    }

    static Map<String, List<String>> of(VaultRequest vault) {
        Map<String, List<String>> settings = new LinkedHashMap<>();
        put(settings, "vault-addr", vault.address());
        put(settings, "vault-namespace", vault.namespace());
        put(settings, "vault-auth", vault.auth());
        put(settings, "vault-auth-mount", vault.authMount());
        put(settings, "vault-role", vault.role());
        put(settings, "vault-path", vault.path());
        put(settings, "vault-kv-version", vault.kvVersion());
        put(settings, "vault-secret-version", vault.secretVersion());
        return settings;
    }

    /** The request with these settings as its inputs, where it has none itself. */
    static CodexRequest with(CodexRequest request, Map<String, List<String>> settings) {
        CodexRequestBuilder builder = request.toBuilder()
                .workingDirectory(either(request.workingDirectory(), settings, "cd"))
                .sandbox(either(request.sandbox(), settings, "sandbox"))
                .model(either(request.model(), settings, "model"))
                .outputSchema(either(request.outputSchema(), settings, "output-schema"))
                .timeout(either(request.timeout(), settings, "timeout"))
                .idleTimeout(either(request.idleTimeout(), settings, "idle-timeout"))
                .maxTokens(either(request.maxTokens(), settings, "max-tokens"))
                .retries(either(request.retries(), settings, "retries"));
        first(settings, "codex-path").ifPresent(path -> builder.program(new CodexProgram.AtPath(path)));
        if (settings.containsKey(RISKS)) {
            builder.acceptedRisks(settings.get(RISKS));
        }
        request.vault().ifPresent(vault -> builder.token(new TokenRequest.FromVault(with(vault, settings))));
        return builder.build();
    }

    static VaultRequest with(VaultRequest vault, Map<String, List<String>> settings) {
        return VaultRequest.builder()
                .address(either(vault.address(), settings, "vault-addr"))
                .namespace(either(vault.namespace(), settings, "vault-namespace"))
                .auth(either(vault.auth(), settings, "vault-auth"))
                .authMount(either(vault.authMount(), settings, "vault-auth-mount"))
                .role(either(vault.role(), settings, "vault-role"))
                .path(either(vault.path(), settings, "vault-path"))
                .kvVersion(either(vault.kvVersion(), settings, "vault-kv-version"))
                .secretVersion(either(vault.secretVersion(), settings, "vault-secret-version"))
                .credentialsId(vault.credentialsId().orElse(null))
                .build();
    }

    private static String either(Optional<String> own, Map<String, List<String>> settings, String key) {
        return own.or(() -> first(settings, key)).orElse("");
    }

    private static Optional<String> first(Map<String, List<String>> settings, String key) {
        return settings.getOrDefault(key, List.of()).stream().findFirst();
    }

    private static void put(Map<String, List<String>> settings, String key, Optional<String> value) {
        value.ifPresent(text -> settings.put(key, List.of(text)));
    }
}
