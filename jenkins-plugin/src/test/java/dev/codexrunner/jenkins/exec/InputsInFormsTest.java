package dev.codexrunner.jenkins.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.jenkins.configuration.CodexInstallation;
import dev.codexrunner.jenkins.configuration.VaultOptions;
import dev.codexrunner.jenkins.rotation.CodexRotationCheckBuilder;
import dev.codexrunner.jenkins.rotation.CodexRotationCheckStep;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.DataBoundSetter;

/** What each input was given, whichever will be added, the forms and a Jenkinsfile give back. */
@WithJenkins
class InputsInFormsTest {

    /** Of inputs that take some values only. */
    private static final Map<String, Object> SAMPLES = Map.ofEntries(
            Map.entry("sandbox", "workspace-write"),
            Map.entry("effort", "high"),
            Map.entry("codex", "the-codex"),
            Map.entry("timeout", "10m"),
            Map.entry("idleTimeout", "90s"),
            Map.entry("failOn", List.of("credential", "policy")),
            Map.entry("unstableOn", List.of("limited", "timeout")),
            Map.entry("acceptedRisks", List.of("fork", "comment")),
            Map.entry("config", "max-commands: 20\nrequire: [a, b]"),
            Map.entry("address", "https://vault.example.com:8200"),
            Map.entry("auth", "jwt"),
            Map.entry("kvVersion", "2"),
            Map.entry("secretVersion", "7"),
            Map.entry("path", "secret/ci/codex#access_token"));

    private JenkinsRule jenkins;

    @BeforeEach
    void an_installation(JenkinsRule rule) {
        jenkins = rule;
        rule.jenkins
                .getDescriptorByType(CodexInstallation.DescriptorImpl.class)
                .setInstallations(new CodexInstallation("the-codex", "/opt/codex", List.of()));
    }

    @Test
    void the_form_of_a_run() throws Exception {
        CodexExecStep given = filled(new CodexExecStep());
        assertThat(values(given)).hasSizeGreaterThan(20);
        CodexExecBuilder back = jenkins.configRoundtrip(new CodexExecBuilder(given));
        assertThat(values(back.getStep())).isEqualTo(values(given));
    }

    @Test
    void the_form_of_a_run_that_is_left_open() throws Exception {
        CodexExecBuilder back = jenkins.configRoundtrip(new CodexExecBuilder(new CodexExecStep()));
        assertThat(values(back.getStep())).isEqualTo(values(new CodexExecStep()));
    }

    @Test
    void no_retries_are_not_the_same_as_none_named() throws Exception {
        CodexExecStep given = new CodexExecStep();
        given.setRetries(0);
        CodexExecBuilder back = jenkins.configRoundtrip(new CodexExecBuilder(given));
        assertThat(values(back.getStep())).isEqualTo(values(given));
    }

    @Test
    void the_form_of_a_rotation_check() throws Exception {
        CodexRotationCheckStep given = filled(new CodexRotationCheckStep());
        CodexRotationCheckBuilder back = jenkins.configRoundtrip(new CodexRotationCheckBuilder(given));
        assertThat(values(back.getStep())).isEqualTo(values(given));
        CodexRotationCheckBuilder open =
                jenkins.configRoundtrip(new CodexRotationCheckBuilder(new CodexRotationCheckStep()));
        assertThat(values(open.getStep())).isEqualTo(values(new CodexRotationCheckStep()));
    }

    @Test
    void the_arguments_of_a_step() throws Exception {
        assertThatArgumentsGiveBack(CodexExecStep.class, filled(new CodexExecStep()));
        assertThatArgumentsGiveBack(CodexExecStep.class, new CodexExecStep());
        assertThatArgumentsGiveBack(CodexRotationCheckStep.class, filled(new CodexRotationCheckStep()));
    }

    /** As the Pipeline syntax page writes a step, and a Jenkinsfile has it. */
    private static <T> void assertThatArgumentsGiveBack(Class<T> type, T given) throws Exception {
        DescribableModel<T> model = DescribableModel.of(type);
        T back = model.instantiate(model.uninstantiate2(given).toMap(), null);
        assertThat(values(back)).isEqualTo(values(given));
    }

    private static <T> T filled(T bean) throws ReflectiveOperationException {
        for (Method setter : setters(bean)) {
            setter.invoke(bean, sample(input(setter), setter.getParameterTypes()[0]));
        }
        return bean;
    }

    private static Object sample(String input, Class<?> type) throws ReflectiveOperationException {
        if (type == VaultOptions.class) {
            return filled(new VaultOptions());
        }
        if (type == Long.class) {
            return 200_000L;
        }
        if (type == Integer.class) {
            return 3;
        }
        Object other = type == List.class ? List.of("a-" + input, "b-" + input) : "a-" + input;
        return SAMPLES.getOrDefault(input, other);
    }

    private static Map<String, String> values(Object bean) throws ReflectiveOperationException {
        Map<String, String> values = new TreeMap<>();
        for (Method setter : setters(bean)) {
            Object value = bean.getClass()
                    .getMethod(setter.getName().replaceFirst("set", "get"))
                    .invoke(bean);
            values.put(
                    input(setter), value instanceof VaultOptions ? values(value).toString() : String.valueOf(value));
        }
        return values;
    }

    private static List<Method> setters(Object bean) {
        return Arrays.stream(bean.getClass().getMethods())
                .filter(method -> method.isAnnotationPresent(DataBoundSetter.class))
                .toList();
    }

    private static String input(Method setter) {
        return Character.toLowerCase(setter.getName().charAt(3))
                + setter.getName().substring(4);
    }
}
