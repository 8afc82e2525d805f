package dev.codexrunner.jenkins.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request together with the {@code config} text of its job. A key that has an input of its own becomes that input, so that
 * the policy looks at it like at any other; given both ways it is a problem.
 *
 * @param problems of the text; a request that has any must not run
 */
public record ConfigInput<T>(T request, List<String> problems) {

    public ConfigInput {
        problems = List.copyOf(problems);
    }

    /** @param text as the job has it; blank for none */
    public static ConfigInput<CodexRequest> of(CodexRequest request, String text) {
        Sorted sorted =
                Sorted.of(text, InputSettings.of(request), request.vault().isPresent());
        return new ConfigInput<>(
                InputSettings.with(request, sorted.inputs).toBuilder()
                        .settings(SettingsMap.joined(request.settings(), sorted.further))
                        .build(),
                sorted.problems);
    }

    /** @param text as the job has it; blank for none */
    public static ConfigInput<RotationCheckRequest> of(RotationCheckRequest request, String text) {
        Sorted sorted = Sorted.of(text, InputSettings.of(request.vault()), true);
        Map<String, List<String>> further = new LinkedHashMap<>(sorted.further);
        // What is no input of this step is left among the settings, where the policy refuses it.
        sorted.inputs.forEach((key, values) -> {
            if (!key.startsWith(InputSettings.VAULT)) {
                further.put(key, values);
            }
        });
        return new ConfigInput<>(
                new RotationCheckRequest(
                        InputSettings.with(request.vault(), sorted.inputs),
                        request.paths(),
                        request.caBundle(),
                        SettingsMap.joined(request.settings(), further)),
                sorted.problems);
    }

    private record Sorted(Map<String, List<String>> inputs, Map<String, List<String>> further, List<String> problems) {

        static Sorted of(String text, Map<String, List<String>> given, boolean vault) {
            ConfigText config = ConfigText.parse(text);
            Sorted sorted =
                    new Sorted(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>(config.problems()));
            config.settings().forEach((key, values) -> {
                if (!SettingNames.WITH_INPUT.containsKey(key)) {
                    sorted.further.put(key, values);
                } else {
                    sorted.input(key, values, given.containsKey(key), vault);
                }
            });
            return sorted;
        }

        private void input(String key, List<String> values, boolean alreadyGiven, boolean vault) {
            if (alreadyGiven) {
                problems.add(Texts.of("ConfigInput.givenTwice", key, SettingNames.WITH_INPUT.getOrDefault(key, key)));
            } else if (!key.equals(InputSettings.RISKS) && values.size() != 1) {
                problems.add(Texts.of("ConfigInput.values", values.size(), key));
            } else if (key.startsWith(InputSettings.VAULT) && !vault) {
                problems.add(Texts.of("ConfigInput.noVault", key));
            } else {
                inputs.put(key, values);
            }
        }
    }
}
