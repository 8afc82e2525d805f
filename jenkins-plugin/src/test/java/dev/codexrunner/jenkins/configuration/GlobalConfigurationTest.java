package dev.codexrunner.jenkins.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import dev.codexrunner.jenkins.credentials.VaultAppRoleCredentials;
import hudson.util.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void settings_that_can_not_be_read_refuse_every_run() {
        CodexGlobalConfiguration.get().setFixedSettings("max-commands 50");
        CodexGlobalConfiguration.get().setPolicy(Configured.policy(policy -> policy.setLongestTimeout("soon")));

        assertThat(CodexGlobalConfiguration.get().effective().problems())
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).contains("Fixed settings"))
                .anySatisfy(problem -> assertThat(problem).contains("soon"));
    }
}
