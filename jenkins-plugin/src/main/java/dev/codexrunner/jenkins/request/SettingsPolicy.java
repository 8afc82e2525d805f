package dev.codexrunner.jenkins.request;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Holds the further settings of a job against the policy: what has an input of its own must not come in by them. */
final class SettingsPolicy {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern EFFORT = Pattern.compile("[A-Za-z0-9_-]{1,40}");
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
        if (!KEY.matcher(key).matches()) {
            refusals.add("config has the key " + Refusals.quoted(key)
                    + ", which is no name of a setting. See docs/configuration.md for those that there are.");
        } else if (SettingNames.OF_THE_PLUGIN.contains(key)) {
            refusals.add("config must not set " + key + ": the plugin sets it itself. Leave it out.");
        } else if (SettingNames.WITH_INPUT.containsKey(key)) {
            refusals.add("config must not set " + key + ": it has an input of its own, which the policy looks at. Use "
                    + SettingNames.WITH_INPUT.get(key) + ".");
        } else if (policy.fixedSettings().containsKey(key)) {
            refusals.add("config must not set " + key + ": an administrator has fixed it for all jobs. Leave it out.");
        } else {
            refusals.unless(policy.settings(), key, "key of config", "Settings");
        }
    }

    static void checkCodexConfig(CodexRequest request, Policy policy, Refusals refusals) {
        request.effort()
                .filter(effort -> !EFFORT.matcher(effort).matches())
                .ifPresent(effort -> refusals.add("The effort " + Refusals.quoted(effort)
                        + " is no plain word. Use one that codex knows, such as low, medium or high."));
        for (String setting : request.settings().getOrDefault(SettingNames.CODEX_CONFIG, List.of())) {
            codexSetting(topLevelKey(setting), request, policy, refusals);
        }
        if (!policy.models().isAnything() && request.settings().containsKey("profile")) {
            refusals.add(
                    "config must not set profile: a profile can choose a model that the policy does not allow. Leave it"
                            + " out, and name the model as model.");
        }
    }

    private static void codexSetting(String key, CodexRequest request, Policy policy, Refusals refusals) {
        if (SANDBOX_KEYS.contains(key)) {
            refusals.add("codex-config must not set " + key
                    + ": the sandbox has an input of its own, which the policy looks" + " at. Use sandbox.");
        } else if (key.equals("model") || (!policy.models().isAnything() && MODEL_KEYS.contains(key))) {
            refusals.add("codex-config must not set " + key
                    + ": the model has an input of its own, which the policy looks at." + " Use model.");
        } else if (key.equals(EFFORT_KEY) && request.effort().isPresent()) {
            refusals.add("The effort is given twice, as effort and in codex-config. Leave one of them out.");
        }
    }

    private static String topLevelKey(String setting) {
        int equals = setting.indexOf('=');
        String key = (equals < 0 ? setting : setting.substring(0, equals)).strip();
        int dot = key.indexOf('.');
        return (dot < 0 ? key : key.substring(0, dot)).replaceAll("[\"']", "").strip();
    }
}
