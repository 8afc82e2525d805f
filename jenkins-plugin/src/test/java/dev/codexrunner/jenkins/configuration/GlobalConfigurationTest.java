package dev.codexrunner.jenkins.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import dev.codexrunner.jenkins.credentials.VaultAppRoleCredentials;
import dev.codexrunner.jenkins.request.Policy;
import hudson.util.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.htmlunit.FailingHttpStatusCodeException;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlTextArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class GlobalConfigurationTest {

    private JenkinsRule jenkins;

    @BeforeEach
    void a_controller_with_a_tool_and_a_credential(JenkinsRule rule) throws Exception {
        jenkins = rule;
        jenkins.jenkins
                .getDescriptorByType(CodexInstallation.DescriptorImpl.class)
                .setInstallations(new CodexInstallation("codex", "/opt/codex", List.of()));
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new VaultAppRoleCredentials(
                        CredentialsScope.GLOBAL, "vault-ci", "", "role", Secret.fromString("a-secret-id")));
        SystemCredentialsProvider.getInstance().save();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "agent", "controller", "credential"})
    void the_form_keeps_every_field(String bundle) throws Exception {
        CodexGlobalConfiguration configuration = CodexGlobalConfiguration.get();
        CaBundleOptions caBundle = switch (bundle) {
            case "agent" -> new AgentFileCaBundle("/etc/ssl/company.pem");
            case "controller" -> new ControllerFileCaBundle("/etc/jenkins/company.pem");
            case "credential" -> new CredentialCaBundle("company-ca");
            default -> null;
        };
        configuration.setDefaults(Configured.allDefaults(caBundle));
        configuration.setPolicy(Configured.allPolicy());
        configuration.setFixedSettings("max-commands: 50");
        EffectiveConfiguration before = configuration.effective();

        jenkins.configRoundtrip();

        assertThat(CodexGlobalConfiguration.get().effective()).isEqualTo(before);
        assertThat(before.problems()).isEmpty();
        assertThat(before.defaults().caBundle().isPresent()).isEqualTo(!bundle.equals("none"));
    }

    @Test
    void the_form_leaves_nothing_where_nothing_is_configured() throws Exception {
        jenkins.configRoundtrip();

        assertThat(CodexGlobalConfiguration.get().getDefaults()).isNull();
        assertThat(CodexGlobalConfiguration.get().getPolicy()).isNull();
        assertThat(CodexGlobalConfiguration.get().getFixedSettings()).isNull();
    }

    @Test
    void what_is_saved_is_read_again() throws Exception {
        CodexGlobalConfiguration configuration = CodexGlobalConfiguration.get();
        configuration.setDefaults(Configured.allDefaults(new AgentFileCaBundle("/etc/ssl/company.pem")));
        configuration.setPolicy(Configured.allPolicy());

        assertThat(new CodexGlobalConfiguration().effective()).isEqualTo(configuration.effective());
    }

    @Test
    void the_file_on_disk_names_the_credential_and_does_not_hold_it() throws Exception {
        CodexGlobalConfiguration.get()
                .setDefaults(Configured.allDefaults(new AgentFileCaBundle("/etc/ssl/company.pem")));

        try (var files = Files.walk(jenkins.jenkins.getRootDir().toPath())) {
            List<Path> xml =
                    files.filter(file -> file.toString().endsWith(".xml")).toList();
            assertThat(xml).anySatisfy(file -> assertThat(file).content().contains("<credentialsId>vault-ci"));
            assertThat(xml).allSatisfy(file -> assertThat(file).content().doesNotContain("a-secret-id"));
        }
    }

    @Test
    void nonsense_is_not_taken_from_a_file_or_a_script() {
        CodexGlobalConfiguration configuration = CodexGlobalConfiguration.get();
        assertThatThrownBy(() -> configuration.setFixedSettings("max-comands: 50"))
                .hasMessageContaining("Did you mean max-commands?");
        assertThatThrownBy(() -> configuration.setFixedSettings("report-dir: /tmp"))
                .hasMessageContaining("report-dir");
        assertThatThrownBy(() -> configuration.setPolicy(Configured.policy(policy -> policy.setLongestTimeout("soon"))))
                .hasMessageContaining("policy.longestTimeout")
                .hasMessageContaining("soon");
        assertThatThrownBy(() ->
                        configuration.setPolicy(Configured.policy(policy -> policy.setSandboxes(List.of("readonly")))))
                .hasMessageContaining("Did you mean read-only?");
        assertThatThrownBy(
                        () -> configuration.setDefaults(Configured.defaults(defaults -> defaults.setTimeout("soon"))))
                .hasMessageContaining("defaults.timeout");
        assertThat(configuration.getPolicy()).isNull();
        assertThat(configuration.getFixedSettings()).isNull();
        assertThat(configuration.getDefaults()).isNull();
    }

    @Test
    void nonsense_is_not_saved_by_the_form() throws Exception {
        HtmlForm form = jenkins.createWebClient().goTo("configure").getFormByName("config");
        form.getTextAreasByName("_.fixedSettings").get(0).setText("bad line");
        form.getTextAreasByName("_.sandboxes").get(0).setText("default\nreadonly");

        assertThatThrownBy(() -> jenkins.submit(form))
                .isInstanceOfSatisfying(
                        FailingHttpStatusCodeException.class,
                        refused -> assertThat(refused.getStatusCode()).isEqualTo(400));

        assertThat(CodexGlobalConfiguration.get().getFixedSettings()).isNull();
        assertThat(CodexGlobalConfiguration.get().getPolicy()).isNull();
    }

    @Test
    void what_the_form_shows_is_the_policy_so_that_an_entry_more_takes_nothing_away() throws Exception {
        HtmlForm form = jenkins.createWebClient().goTo("configure").getFormByName("config");
        HtmlTextArea keys = form.getTextAreasByName("_.configKeys").get(0);
        assertThat(keys.getText()).isEqualTo("default");
        keys.setText(keys.getText() + "\npass-env");

        jenkins.submit(form);

        Policy policy = CodexGlobalConfiguration.get().effective().policy();
        assertThat(List.of("pass-env", "max-commands", "require")).allMatch(policy.settings()::permits);
        assertThat(policy.sandboxes().permits("workspace-write")).isTrue();
    }

    @Test
    void nonsense_that_lies_on_disk_refuses_every_run() throws Exception {
        CodexGlobalConfiguration configuration = CodexGlobalConfiguration.get();
        configuration.setFixedSettings("max-commands: 50");
        configuration.setPolicy(Configured.policy(policy -> policy.setLongestTimeout("2h")));
        Path file = jenkins.jenkins.getRootDir().toPath().resolve(configuration.getId() + ".xml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("max-commands: 50", "max-commands 50")
                        .replace(">2h<", ">soon<"));

        assertThat(new CodexGlobalConfiguration().effective().problems())
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).contains("Fixed settings"))
                .anySatisfy(problem -> assertThat(problem).contains("soon"));
    }
}
