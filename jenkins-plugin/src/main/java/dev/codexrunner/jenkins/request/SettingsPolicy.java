package dev.codexrunner.jenkins.request;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds the further settings of a job against the policy: what has an input of its own must not come in by them. */
final class SettingsPolicy {

    private static final String EFFORT_KEY = "model_reasoning_effort";

    /** Keys of codex's own configuration that choose a model; {@code profile} can bring any of them. */
    private static final Set<String> MODEL_KEYS =
            Set.of("model", "model_provider", "model_providers", "oss_provider", "profile", "profiles", "review_model");

    /** What the sandbox is. */
    private static final Set<String> SANDBOX_KEYS = Set.of(
            "sandbox_mode", "sandbox_permissions", "sandbox_workspace_write", "default_permissions", "permissions");

    private SettingsPolicy() {}

    static void check(Map<String, List<String>> settings, Policy policy, Refusals refusals) {
        settings.keySet().forEach(key -> key(key, policy, refusals));
    }

    private static void key(String key, Policy policy, Refusals refusals) {
        if (SettingNames.OF_THE_PLUGIN.contains(key)) {
            refusals.add("SettingsPolicy.ofThePlugin", key);
        } else if (SettingNames.WITH_INPUT.containsKey(key)) {
            refusals.add("SettingsPolicy.withInput", key, SettingNames.WITH_INPUT.get(key));
        } else if (policy.fixedSettings().containsKey(key)) {
            refusals.add("SettingsPolicy.fixed", key);
        } else if (KnownSettings.keys().contains(key)) {
            refusals.unless(policy.settings(), key, "setting");
        }
    }

    static void checkCodexConfig(CodexRequest request, Policy policy, Refusals refusals) {
        boolean effortIsFixed = policy.fixedSettings().getOrDefault(SettingNames.CODEX_CONFIG, List.of()).stream()
                .anyMatch(setting -> topLevelKey(setting).equals(EFFORT_KEY));
        if (effortIsFixed && request.effort().isPresent()) {
            refusals.add("SettingsPolicy.fixedEffort");
        }
        for (String setting : request.settings().getOrDefault(SettingNames.CODEX_CONFIG, List.of())) {
            codexSetting(topLevelKey(setting), request, policy, refusals);
        }
        if (!policy.models().isAnything() && request.settings().containsKey("profile")) {
            refusals.add("SettingsPolicy.profile");
        }
    }

    private static void codexSetting(String key, CodexRequest request, Policy policy, Refusals refusals) {
        if (SANDBOX_KEYS.contains(key)) {
            refusals.add("SettingsPolicy.sandbox", key);
        } else if (key.equals("model") || (!policy.models().isAnything() && MODEL_KEYS.contains(key))) {
            refusals.add("SettingsPolicy.model", key);
        } else if (key.equals(EFFORT_KEY) && !policy.efforts().isAnything()) {
            refusals.add("SettingsPolicy.effort", key);
        } else if (key.equals(EFFORT_KEY) && request.effort().isPresent()) {
            refusals.add("SettingsPolicy.twoEfforts");
        }
    }

    private static String topLevelKey(String setting) {
        int equals = setting.indexOf('=');
        String key = (equals < 0 ? setting : setting.substring(0, equals)).strip();
        int dot = key.indexOf('.');
        return (dot < 0 ? key : key.substring(0, dot)).replaceAll("[\"']", "").strip();
    }
}
