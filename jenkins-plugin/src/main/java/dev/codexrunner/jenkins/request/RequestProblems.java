package dev.codexrunner.jenkins.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What no policy would make right: the runner would end with {@code config}, and says so here before anything is started. */
final class RequestProblems {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern EFFORT = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    private final List<String> problems = new ArrayList<>();

    private RequestProblems() {}

    static List<String> of(CodexRequest request) {
        RequestProblems found = new RequestProblems();
        InputSettings.of(request).forEach(found::input);
        request.effort()
                .filter(effort -> !isEffort(effort))
                .ifPresent(effort -> found.problems.add(Texts.of("RequestProblems.effort", Refusals.quoted(effort))));
        request.vault().ifPresent(found::login);
        found.further(request.settings());
        return List.copyOf(found.problems);
    }

    static List<String> of(RotationCheckRequest request) {
        RequestProblems found = new RequestProblems();
        InputSettings.of(request.vault()).forEach(found::input);
        found.login(request.vault());
        found.further(request.settings());
        return List.copyOf(found.problems);
    }

    static boolean isEffort(String text) {
        return EFFORT.matcher(text).matches();
    }

    /** Whether a value of such an input can be meant at all; then it is the policy's business. */
    static boolean isKnown(String key, String value) {
        return KnownSettings.choices(key).contains(value);
    }

    private void input(String key, List<String> values) {
        if (key.equals("vault-auth")) {
            return;
        }
        String name = SettingNames.WITH_INPUT.getOrDefault(key, key);
        for (String value : values) {
            if (key.endsWith("timeout") && DurationText.parse(value).isEmpty()) {
                problems.add(Texts.of("RequestProblems.duration", name, Refusals.quoted(value)));
            } else if (!value.isBlank()) {
                KnownSettings.problemOfValues("", key, List.of(value))
                        .ifPresent(ignored -> problems.add(Texts.of(
                                "RequestProblems.value",
                                name,
                                Refusals.quoted(value),
                                KnownSettings.expected(key),
                                KnownSettings.meant(value, KnownSettings.choices(key)))));
            }
        }
    }

    private void login(VaultRequest vault) {
        Optional<String> unknown =
                vault.auth().filter(auth -> LoginMethod.named(auth).isEmpty());
        unknown.ifPresent(auth -> problems.add(
                auth.equals("cert")
                        ? Texts.of("RequestProblems.cert")
                        : Texts.of(
                                "RequestProblems.value",
                                "vault.auth",
                                Refusals.quoted(auth),
                                KnownSettings.oneOf(LoginMethod.names()),
                                KnownSettings.meant(auth, LoginMethod.names()))));
    }

    private void further(Map<String, List<String>> settings) {
        settings.forEach((key, values) -> {
            if (!KEY.matcher(key).matches() || !KnownSettings.keys().contains(key)) {
                KnownSettings.problemOfKey("config", key).ifPresent(problems::add);
            } else if (!SettingNames.OF_THE_PLUGIN.contains(key)) {
                KnownSettings.problemOfValues("config", key, values).ifPresent(problems::add);
            }
        });
    }
}
