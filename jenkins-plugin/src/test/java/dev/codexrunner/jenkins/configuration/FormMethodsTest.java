package dev.codexrunner.jenkins.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import dev.codexrunner.jenkins.credentials.VaultAppRoleCredentials;
import hudson.model.AutoCompletionCandidates;
import hudson.model.Descriptor;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import hudson.util.Secret;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.POST;
import org.springframework.security.core.Authentication;

/** Every check and list of every form of the plugin, whichever will be added. */
@WithJenkins
class FormMethodsTest {

    private static final String NONSENSE = "\"; -- nonsense #";
    private static final String CURRENT = "the-current-one";

    private FreeStyleProject job;

    @BeforeEach
    void a_job_that_its_reader_may_not_configure(JenkinsRule rule) throws Exception {
        job = rule.createFreeStyleProject("job");
        rule.jenkins
                .getDescriptorByType(CodexInstallation.DescriptorImpl.class)
                .setInstallations(new CodexInstallation("codex", "/opt/codex", List.of()));
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new VaultAppRoleCredentials(
                        CredentialsScope.GLOBAL, "vault-ci", "", "role", Secret.fromString("a-secret-id")));
        SystemCredentialsProvider.getInstance().save();
        rule.jenkins.setSecurityRealm(rule.createDummySecurityRealm());
        rule.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader")
                .grant(Jenkins.READ, Item.READ, Item.EXTENDED_READ)
                .everywhere()
                .to("auditor")
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin"));
    }

    @Test
    void there_are_some() {
        assertThat(methods()).hasSizeGreaterThan(12);
    }

    @Test
    void all_are_answered_to_post_only() {
        assertThat(methods())
                .allSatisfy(method -> assertThat(
                                method.isAnnotationPresent(POST.class) || method.isAnnotationPresent(RequirePOST.class))
                        .as(method.toString())
                        .isTrue());
    }

    @Test
    void who_may_not_configure_learns_nothing() throws Exception {
        try (ACLContext ignored = ACL.as2(user("reader"))) {
            for (Descriptor<?> descriptor : descriptors()) {
                for (Method method : methodsOf(descriptor)) {
                    assertThatNothingIsTold(method, answer(descriptor, method, null));
                    assertThatNothingIsTold(method, answer(descriptor, method, job));
                }
            }
        }
    }

    @Test
    void who_may_configure_gets_lists_and_complaints() throws Exception {
        List<String> silent = new ArrayList<>();
        try (ACLContext ignored = ACL.as2(user("admin"))) {
            for (Descriptor<?> descriptor : descriptors()) {
                for (Method method : methodsOf(descriptor)) {
                    // Some complain of an empty field only, some of control characters, some in a job.
                    if (Stream.of(NONSENSE, "", "a\u0007b").noneMatch(text -> saysOf(descriptor, method, text))) {
                        silent.add(method.getDeclaringClass().getName() + "." + method.getName());
                    }
                }
            }
        }
        // Of each: a sum would hide that one list is empty.
        assertThat(silent).isEmpty();
    }

    private boolean saysOf(Descriptor<?> descriptor, Method method, String text) {
        try {
            return says(answer(descriptor, method, null, text)) || says(answer(descriptor, method, job, text));
        } catch (Exception e) {
            throw new AssertionError(method.toString(), e);
        }
    }

    private static boolean says(Object answer) {
        return answer instanceof ListBoxModel list && list.size() > 1
                || answer instanceof FormValidation validation && validation.kind != FormValidation.Kind.OK;
    }

    @Test
    void what_is_chosen_stays_so_though_it_is_not_on_the_list_and_who_reads_the_form_sees_it() throws Exception {
        for (String user : List.of("admin", "auditor")) {
            try (ACLContext ignored = ACL.as2(user(user))) {
                for (Descriptor<?> descriptor : descriptors()) {
                    for (Method method : methodsOf(descriptor)) {
                        if (answer(descriptor, method, job) instanceof ListBoxModel list) {
                            assertThat(list)
                                    .as(user + ": " + method)
                                    .anyMatch(option -> option.value.equals(CURRENT))
                                    .allMatch(option -> !option.value.equals(CURRENT)
                                            || !option.name.equals(CURRENT)
                                            || method.getName().contains("Credentials"));
                        }
                    }
                }
            }
        }
    }

    private static void assertThatNothingIsTold(Method method, Object answer) {
        if (answer instanceof FormValidation validation) {
            assertThat(validation.kind).as(method.toString()).isEqualTo(FormValidation.Kind.OK);
        } else if (answer instanceof ListBoxModel list) {
            assertThat(list)
                    .as(method.toString())
                    .allMatch(option ->
                            option.value.isEmpty() || option.value.equals(CURRENT) || option.value.equals(NONSENSE));
        } else {
            assertThat(((AutoCompletionCandidates) answer).getValues())
                    .as(method.toString())
                    .isEmpty();
        }
    }

    /** Calls it as a form does, with the same text for each parameter. */
    private static Object answer(Descriptor<?> descriptor, Method method, Item item) throws Exception {
        return answer(descriptor, method, item, NONSENSE);
    }

    private static Object answer(Descriptor<?> descriptor, Method method, Item item, String text) throws Exception {
        Object[] arguments = Arrays.stream(method.getParameters())
                .map(parameter -> {
                    if (parameter.getType() == String.class) {
                        return method.getName().startsWith("doFill") ? CURRENT : text;
                    }
                    return parameter.getType().isAssignableFrom(FreeStyleProject.class) ? item : null;
                })
                .toArray();
        return method.invoke(descriptor, arguments);
    }

    private static Stream<Method> methods() {
        return descriptors().stream().flatMap(descriptor -> methodsOf(descriptor).stream());
    }

    private static List<Descriptor<?>> descriptors() {
        List<Descriptor<?>> ours = new ArrayList<>();
        for (Descriptor<?> descriptor : Jenkins.get().getExtensionList(Descriptor.class)) {
            if (descriptor.getClass().getName().startsWith("dev.codexrunner.")) {
                ours.add(descriptor);
            }
        }
        return ours;
    }

    /** Those that are the plugin's own, not inherited ones. */
    private static List<Method> methodsOf(Descriptor<?> descriptor) {
        return Arrays.stream(descriptor.getClass().getMethods())
                .filter(method -> method.getDeclaringClass().getName().startsWith("dev.codexrunner."))
                .filter(method -> method.getName().matches("do(Fill|Check|AutoComplete|Test|Validate)[A-Z].*"))
                .toList();
    }

    private static Authentication user(String name) {
        return User.getOrCreateByIdOrFullName(name).impersonate2();
    }
}
