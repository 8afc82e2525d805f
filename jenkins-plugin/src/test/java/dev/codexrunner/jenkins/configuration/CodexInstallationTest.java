package dev.codexrunner.jenkins.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.EnvVars;
import hudson.model.TaskListener;
import hudson.tools.InstallSourceProperty;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.JenkinsRule.WebClient;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class CodexInstallationTest {

    private static final String DIGEST = "0123456789abcdef".repeat(4);

    private JenkinsRule jenkins;

    @BeforeEach
    void a_controller(JenkinsRule rule) {
        jenkins = rule;
    }

    @Test
    void the_form_keeps_every_field() throws Exception {
        CodexInstallation onDisk = new CodexInstallation("on-disk", "/opt/codex", List.of());
        onDisk.setSha256(DIGEST);
        CodexNpmInstaller installer = new CodexNpmInstaller("linux");
        installer.setRegistry("https://npm.example.com/registry");
        CodexInstallation fromNpm =
                new CodexInstallation("from-npm", null, List.of(new InstallSourceProperty(List.of(installer))));
        install(onDisk, fromNpm);

        try (WebClient browser = jenkins.createWebClient()) {
            jenkins.submit(browser.goTo("manage/configureTools/").getFormByName("config"));
        }

        CodexInstallation after =
                EffectiveConfiguration.codexInstallation("on-disk").orElseThrow();
        assertThat(after).isNotSameAs(onDisk);
        assertThat(after.getHome()).isEqualTo("/opt/codex");
        assertThat(after.getSha256()).isEqualTo(DIGEST);
        CodexNpmInstaller installerAfter = EffectiveConfiguration.codexInstallation("from-npm")
                .orElseThrow()
                .getProperties()
                .get(InstallSourceProperty.class)
                .installers
                .get(CodexNpmInstaller.class);
        assertThat(installerAfter).isNotSameAs(installer);
        assertThat(installerAfter.getRegistry()).isEqualTo("https://npm.example.com/registry");
        assertThat(installerAfter.getLabel()).isEqualTo("linux");
    }

    @Test
    void a_path_is_expanded_and_goes_with_its_digest() throws Exception {
        CodexInstallation installation = new CodexInstallation("on-disk", "${TOOLS}/codex", List.of());
        installation.setSha256(DIGEST);

        CodexOnAgent codex = installation.on(jenkins.jenkins, new EnvVars("TOOLS", "/opt"), TaskListener.NULL);

        assertThat(codex.path()).isEqualTo("/opt/codex");
        assertThat(codex.sha256()).contains(DIGEST);
    }

    @Test
    void one_without_a_digest_has_none() throws Exception {
        CodexInstallation installation = new CodexInstallation("on-disk", "/opt/codex", List.of());

        assertThat(installation
                        .on(jenkins.jenkins, new EnvVars(), TaskListener.NULL)
                        .sha256())
                .isEmpty();
    }

    @Test
    void one_without_a_path_is_told() {
        CodexInstallation nowhere = new CodexInstallation("nowhere", "", List.of());

        assertThatThrownBy(() -> nowhere.on(jenkins.jenkins, new EnvVars(), TaskListener.NULL))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("Tools");
    }

    @Test
    void a_registry_with_a_password_in_it_is_refused_before_npm_starts() throws Exception {
        CodexNpmInstaller installer = new CodexNpmInstaller(null);
        installer.setRegistry("https://user:hidden@npm.example.com/");
        CodexInstallation fromNpm =
                new CodexInstallation("from-npm", null, List.of(new InstallSourceProperty(List.of(installer))));

        assertThatThrownBy(() -> fromNpm.on(jenkins.jenkins, new EnvVars(), TaskListener.NULL))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("registry")
                .message()
                .doesNotContain("hidden");
    }

    private void install(CodexInstallation... installations) {
        jenkins.jenkins
                .getDescriptorByType(CodexInstallation.DescriptorImpl.class)
                .setInstallations(installations);
    }
}
