package dev.codexrunner.jenkins.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file that the runner reads with {@code --config}: flat YAML, see docs/configuration.md. Every value is quoted, so that
 * none can be read as anything but itself. No secret is ever in it.
 */
public final class SettingsFile {

    private static final String DANGER = "danger-full-access";

    private SettingsFile() {}

    /**
     * The text for a run, to be written as UTF-8.
     *
     * @param request as {@link PolicyCheck#admit} has let it in
     */
    public static String text(CodexRequest request, RunInputs inputs, Policy policy) {
        return YamlText.of(settings(request, inputs, policy));
    }

    /** What the policy looks at, as flags: the runner takes them before any variable. */
    public static List<String> flags(CodexRequest request, RunInputs inputs, Policy policy) {
        return flags(settings(request, inputs, policy));
    }

    private static Map<String, List<String>> settings(CodexRequest request, RunInputs inputs, Policy policy) {
        Map<String, List<String>> settings = new LinkedHashMap<>();
        settings.put("token-source", List.of(request.vault().isPresent() ? "vault" : "env"));
        settings.putAll(InputSettings.of(request));
        settings.remove("codex-path");
        put(settings, "codex-path", inputs.codexPath());
        put(settings, SettingNames.CA_BUNDLE, inputs.caBundle());
        if (request.sandboxInForce().equals(DANGER)) {
            settings.put("allow-danger-full-access", List.of("true"));
        }
        request.vault().ifPresent(vault -> login(settings, vault, inputs));
        settings.put("run-name", List.of(inputs.runName()));
        add(settings, request.settings());
        request.effort()
                .ifPresent(effort -> add(
                        settings,
                        Map.of(SettingNames.CODEX_CONFIG, List.of("model_reasoning_effort=\"" + effort + "\""))));
        FixedSettings.putInto(settings, policy.fixedSettings());
        settings.putIfAbsent("sandbox", List.of(request.sandboxInForce()));
        return settings;
    }

    /** The same for a rotation check. */
    public static String text(RotationCheckRequest request, RunInputs inputs, Policy policy) {
        return YamlText.of(settings(request, inputs, policy));
    }

    /** The same for a rotation check. */
    public static List<String> flags(RotationCheckRequest request, RunInputs inputs, Policy policy) {
        return flags(settings(request, inputs, policy));
    }

    private static Map<String, List<String>> settings(RotationCheckRequest request, RunInputs inputs, Policy policy) {
        Map<String, List<String>> settings = new LinkedHashMap<>(InputSettings.of(request.vault()));
        if (inputs.pathsFile().isPresent()) {
            settings.remove("vault-path");
        }
        put(settings, "paths-file", inputs.pathsFile());
        put(settings, SettingNames.CA_BUNDLE, inputs.caBundle());
        login(settings, request.vault(), inputs);
        settings.put("run-name", List.of(inputs.runName()));
        add(settings, request.settings());
        FixedSettings.putInto(settings, policy.fixedSettings());
        return settings;
    }

    private static List<String> flags(Map<String, List<String>> settings) {
        return SettingNames.AS_FLAGS.stream()
                .flatMap(key -> settings.getOrDefault(key, List.of()).stream().map(value -> "--" + key + "=" + value))
                .toList();
    }

    private static void login(Map<String, List<String>> settings, VaultRequest vault, RunInputs inputs) {
        switch (vault.login()) {
            case APPROLE -> {
                put(settings, "vault-role-id", inputs.roleId());
                if (inputs.wrapped()) {
                    settings.put("vault-wrapped", List.of("true"));
                }
            }
            case USERPASS, LDAP -> put(settings, "vault-username", inputs.userName());
            case TOKEN, JWT, KUBERNETES -> {
                // What they need is in the request, or is a secret.
            }
        }
    }

    private static void put(Map<String, List<String>> settings, String key, Optional<String> value) {
        value.ifPresent(text -> settings.put(key, List.of(text)));
    }

    /** What has a value already keeps it, and of codex' own settings all count. */
    private static void add(Map<String, List<String>> settings, Map<String, List<String>> further) {
        further.forEach((key, values) -> {
            if (key.equals(SettingNames.CODEX_CONFIG)) {
                List<String> all = new ArrayList<>(settings.getOrDefault(key, List.of()));
                all.addAll(values);
                settings.put(key, all);
            } else {
                settings.putIfAbsent(key, values);
            }
        });
    }
}
