package dev.codexrunner.jenkins.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each input of a request, whichever will be added, at each place where it could be forgotten. */
class InputsReachTheRunnerTest {

    private static final String VAULT = "vault.";

    /** Parts of a request that are no setting with an input of the same name, and what becomes of them. */
    private static final Map<String, String> OTHERWISE = Map.of(
            "prompt", "a file that the command line names",
            "token", "vault and its own inputs, or a secret in the environment",
            "program", "codexPath, or what an installation's name stands for on the agent",
            "effort", "part of codex-config",
            "caBundle", "a file on the agent, laid out first where need be",
            "settings", "what config has");

    static Stream<Map.Entry<String, String>> inputs() {
        return SettingNames.WITH_INPUT.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(entry -> !entry.getValue().equals("codexPath"));
    }

    @Test
    void every_part_of_a_request_is_a_setting_or_known_to_be_none() {
        assertThat(names(CodexRequest.class, "")).isEqualTo(without(VAULT, OTHERWISE.keySet()));
    }

    @Test
    void every_part_of_a_request_to_vault_is_a_setting_but_the_credential() {
        Set<String> settings = new TreeSet<>(Set.of(VAULT + "credentialsId"));
        SettingNames.WITH_INPUT.values().stream()
                .filter(input -> input.startsWith(VAULT))
                .forEach(settings::add);
        assertThat(names(VaultRequest.class, VAULT)).isEqualTo(settings);
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void an_input_is_in_the_file_that_the_runner_reads(Map.Entry<String, String> entry) throws Exception {
        // The one of which the plugin needs to know what else goes with it.
        String value = entry.getValue().equals("vault.auth") ? "ldap" : "a-value";
        String text = SettingsFile.text(
                request(entry.getValue(), value),
                RunInputs.of("job", "/r"),
                Policy.forController().build());

        assertThat(text.replaceAll("\"", "")).containsPattern("(?m)^" + entry.getKey() + ":\\s+(- )?" + value + "$");
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void its_key_in_config_is_the_same_as_the_input(Map.Entry<String, String> entry) throws Exception {
        CodexRequest asked = InputSettings.with(
                Requests.fromVault(VaultRequest.builder().build()).build(), Map.of(entry.getKey(), List.of("a-value")));

        assertThat(asked).isEqualTo(request(entry.getValue(), "a-value"));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void a_line_break_in_it_is_refused_by_its_name(Map.Entry<String, String> entry) throws Exception {
        Admission<CodexRequest> admission = PolicyCheck.admit(
                request(entry.getValue(), "a\nsandbox: x"),
                Defaults.NONE,
                Policy.forController().build());

        assertThat(admission.toString()).contains(entry.getValue() + " holds a line break");
    }

    @Test
    void what_is_left_open_by_the_job_and_has_a_default_takes_it() throws Exception {
        for (RecordComponent component : Defaults.class.getRecordComponents()) {
            boolean isText = component.getGenericType().getTypeName().equals("java.util.Optional<java.lang.String>");
            if (isText) {
                CodexRequest completed = Requests.fromVault().build().completedBy(defaults(component.getName()));
                assertThat(CodexRequest.class.getMethod(component.getName()).invoke(completed))
                        .as(component.getName())
                        .isEqualTo(Optional.of("a-default"));
            }
        }
    }

    private static Defaults defaults(String name) throws ReflectiveOperationException {
        RecordComponent[] components = Defaults.class.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Object none = components[i].getAccessor().invoke(Defaults.NONE);
            values[i] = components[i].getName().equals(name) ? Optional.of("a-default") : none;
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
        return Defaults.class.getDeclaredConstructor(types).newInstance(values);
    }

    private static CodexRequest request(String input, String value) throws ReflectiveOperationException {
        VaultRequest.Builder vault = VaultRequest.builder();
        if (input.startsWith(VAULT)) {
            set(vault, input.substring(VAULT.length()), value);
        }
        CodexRequestBuilder request = Requests.fromVault(vault.build());
        if (!input.startsWith(VAULT)) {
            set(request, input, value);
        }
        return request.build();
    }

    private static void set(Object builder, String input, String value) throws ReflectiveOperationException {
        Method setter = Arrays.stream(builder.getClass().getMethods())
                .filter(method -> method.getName().equals(input) && method.getParameterCount() == 1)
                .findFirst()
                .orElseThrow();
        setter.invoke(builder, setter.getParameterTypes()[0] == String.class ? value : List.of(value));
    }

    private static Set<String> names(Class<?> type, String prefix) {
        Set<String> names = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            names.add(prefix + component.getName());
        }
        return names;
    }

    private static Set<String> without(String prefix, Set<String> others) {
        Set<String> names = new TreeSet<>(others);
        SettingNames.WITH_INPUT.values().stream()
                .filter(input -> !input.startsWith(prefix) && !input.equals("codexPath"))
                .forEach(names::add);
        return names;
    }
}
