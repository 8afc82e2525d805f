package dev.codexrunner.jenkins.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cloudbees.hudson.plugins.folder.Folder;
import dev.codexrunner.jenkins.request.CaBundle;
import dev.codexrunner.jenkins.request.CodexRequest;
import dev.codexrunner.jenkins.request.PolicyCheck;
import dev.codexrunner.jenkins.request.Prompt;
import dev.codexrunner.jenkins.request.TokenRequest;
import dev.codexrunner.jenkins.request.VaultRequest;
import hudson.model.FreeStyleProject;
import java.time.Duration;
import java.util.List;
import org.htmlunit.FailingHttpStatusCodeException;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlTextArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class FolderConfigurationTest {

    private JenkinsRule jenkins;
    private Folder outer;
    private Folder inner;
    private FreeStyleProject job;

    @BeforeEach
    void a_job_in_two_folders(JenkinsRule rule) throws Exception {
        jenkins = rule;
        outer = rule.jenkins.createProject(Folder.class, "outer");
        inner = outer.createProject(Folder.class, "inner");
        job = inner.createProject(FreeStyleProject.class, "job");
    }

    @Test
    void the_form_keeps_every_field() throws Exception {
        jenkins.jenkins
                .getDescriptorByType(CodexInstallation.DescriptorImpl.class)
                .setInstallations(new CodexInstallation("codex", "/opt/codex", List.of()));
        Configured.folder(
                outer, Configured.allDefaults(new AgentFileCaBundle("/etc/ssl/company.pem")), Configured.allPolicy());
        EffectiveConfiguration before = EffectiveConfiguration.of(job);

        Folder again = jenkins.configRoundtrip(outer);

        assertThat(again.getProperties().get(CodexFolderConfiguration.class)).isNotNull();
        assertThat(EffectiveConfiguration.of(job)).isEqualTo(before);
        assertThat(before.defaults().model()).contains("gpt-5");
    }

    @Test
    void a_folder_that_configures_nothing_keeps_nothing() throws Exception {
        Folder again = jenkins.configRoundtrip(outer);

        assertThat(again.getProperties().get(CodexFolderConfiguration.class)).isNull();
    }

    @Test
    void nonsense_is_not_saved_for_a_folder() throws Exception {
        HtmlForm form = jenkins.createWebClient().getPage(outer, "configure").getFormByName("config");
        HtmlTextArea sandboxes = form.getTextAreasByName("_.sandboxes").get(0);
        assertThat(sandboxes.getText()).isEmpty();
        sandboxes.setText("readonly");

        assertThatThrownBy(() -> jenkins.submit(form)).isInstanceOf(FailingHttpStatusCodeException.class);

        assertThat(outer.getProperties().get(CodexFolderConfiguration.class)).isNull();
    }

    @Test
    void each_folder_narrows_what_those_around_it_allow() throws Exception {
        CodexGlobalConfiguration.get()
                .setPolicy(Configured.policy(policy -> policy.setVaultPaths(List.of("secret/ci/**"))));
        Configured.folder(outer, null, Configured.policy(policy -> {
            policy.setVaultPaths(List.of("secret/ci/team-a/**", "secret/ops/**"));
            policy.setLongestTimeout("30m");
        }));
        Configured.folder(inner, null, Configured.policy(policy -> policy.setLongestTimeout("3h")));

        assertThat(refusals("secret/ci/team-a/codex")).isEmpty();
        assertThat(refusals("secret/ci/team-b/codex"))
                .singleElement()
                .asString()
                .contains("secret/ci/team-b/codex");
        assertThat(refusals("secret/ops/codex")).as("the folder can't widen").hasSize(1);
        assertThat(EffectiveConfiguration.of(job).policy().longestTimeout()).contains(Duration.ofMinutes(30));
    }

    @Test
    void a_folder_can_not_allow_what_the_controller_does_not() throws Exception {
        Configured.folder(outer, null, Configured.policy(policy -> {
            policy.setAcceptedRisks(List.of("fork"));
            policy.setSandboxes(List.of("danger-full-access"));
            policy.setCodexPaths(List.of("/tmp/codex"));
        }));

        EffectiveConfiguration effective = EffectiveConfiguration.of(job);

        assertThat(effective.policy().risks().permits("fork")).isFalse();
        assertThat(effective.policy().sandboxes().permits("danger-full-access")).isFalse();
        assertThat(effective.policy().codexPaths().permits("/tmp/codex")).isFalse();
    }

    @Test
    void the_innermost_default_is_taken() throws Exception {
        CodexGlobalConfiguration.get().setDefaults(Configured.allDefaults(new AgentFileCaBundle("/etc/company.pem")));
        Configured.folder(outer, Configured.defaults(defaults -> defaults.setModel("outer")), null);
        Configured.folder(inner, Configured.defaults(defaults -> defaults.setModel("inner")), null);

        EffectiveConfiguration effective = EffectiveConfiguration.of(job);

        assertThat(effective.defaults().model()).contains("inner");
        assertThat(effective.defaults().vault().address()).contains("https://vault.example.com:8200");
    }

    @Test
    void a_folder_that_names_another_vault_gets_no_credential_of_the_controller() throws Exception {
        CodexGlobalConfiguration.get().setDefaults(Configured.allDefaults(null));
        VaultOptions elsewhere = new VaultOptions();
        elsewhere.setAddress("https://elsewhere.example.com");
        Configured.folder(outer, Configured.defaults(defaults -> defaults.setVault(elsewhere)), null);

        VaultRequest vault = EffectiveConfiguration.of(job).defaults().vault();

        assertThat(vault.address()).contains("https://elsewhere.example.com");
        assertThat(vault.credentialsId()).isEmpty();
    }

    @Test
    void a_file_of_the_controller_is_for_the_global_configuration_only() throws Exception {
        Configured.folder(
                outer,
                Configured.defaults(defaults -> defaults.setCaBundle(new ControllerFileCaBundle("/etc/shadow"))),
                null);

        assertThat(EffectiveConfiguration.of(job).problems())
                .singleElement()
                .asString()
                .contains("outer")
                .contains("only the global configuration");
        assertThat(jenkins.jenkins
                        .getDescriptorByType(CodexDefaults.DescriptorImpl.class)
                        .caBundlesFor(outer))
                .noneMatch(each -> each.clazz == ControllerFileCaBundle.class)
                .hasSize(2);
    }

    @Test
    void authorities_of_a_folder_need_the_policy_around_it() throws Exception {
        CodexGlobalConfiguration.get()
                .setPolicy(Configured.policy(policy -> policy.setConfigKeys(List.of("require", "ca-bundle"))));
        Configured.folder(
                inner, Configured.defaults(defaults -> defaults.setCaBundle(new CredentialCaBundle("ca"))), null);
        assertThat(EffectiveConfiguration.of(job).problems()).isEmpty();
        assertThat(EffectiveConfiguration.of(job).defaults().caBundle()).contains(new CaBundle.InCredential("ca"));

        Configured.folder(outer, null, Configured.policy(policy -> policy.setConfigKeys(List.of("require"))));

        assertThat(EffectiveConfiguration.of(job).problems())
                .singleElement()
                .asString()
                .contains("ca-bundle");
    }

    @Test
    void authorities_of_a_folder_do_not_go_with_the_login_of_the_controller() throws Exception {
        CodexGlobalConfiguration.get()
                .setPolicy(Configured.policy(policy -> policy.setConfigKeys(List.of("require", "ca-bundle"))));
        VaultOptions login = new VaultOptions();
        login.setAddress("https://vault.example.com");
        login.setCredentialsId("of-the-controller");
        CodexGlobalConfiguration.get().setDefaults(Configured.defaults(defaults -> defaults.setVault(login)));
        Configured.folder(
                inner, Configured.defaults(defaults -> defaults.setCaBundle(new CredentialCaBundle("ca"))), null);

        assertThat(EffectiveConfiguration.of(job).problems())
                .singleElement()
                .asString()
                .contains("inner", "login");
    }

    @Test
    void a_timeout_that_is_none_refuses_every_run_below() throws Exception {
        Configured.folder(outer, null, Configured.policy(policy -> policy.setLongestTimeout("soon")));

        assertThat(EffectiveConfiguration.of(job).problems())
                .singleElement()
                .asString()
                .contains("outer")
                .contains("soon");
    }

    private List<String> refusals(String path) {
        VaultRequest vault = VaultRequest.builder()
                .address("https://vault.example.com")
                .path(path)
                .credentialsId("any")
                .build();
        CodexRequest request = CodexRequest.builder(new Prompt.Text("Go"), new TokenRequest.FromVault(vault))
                .build();
        EffectiveConfiguration effective = EffectiveConfiguration.of(job);
        return PolicyCheck.admit(request, effective.defaults(), effective.policy())
                .refusals();
    }
}
