package dev.codexrunner.jenkins.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import dev.codexrunner.jenkins.credentials.VaultAppRoleCredentials;
import dev.codexrunner.jenkins.credentials.VaultTokenCredentials;
import hudson.security.ACL;
import hudson.tools.InstallSourceProperty;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.casc.ConfiguratorException;
import io.jenkins.plugins.casc.misc.ConfiguredWithCode;
import io.jenkins.plugins.casc.misc.JenkinsConfiguredWithCodeRule;
import io.jenkins.plugins.casc.misc.junit.jupiter.WithJenkinsConfiguredWithCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example in the README, taken in and given out again. */
@WithJenkinsConfiguredWithCode
class ConfigurationAsCodeTest {

    @Test
    @ConfiguredWithCode("configuration-as-code.yaml")
    void all_of_it_is_configured(JenkinsConfiguredWithCodeRule jenkins) {
        CodexGlobalConfiguration configuration = CodexGlobalConfiguration.get();
        assertThat(configuration.effective().problems()).isEmpty();
        assertThat(configuration.getDefaults().getVault().getAddress()).isEqualTo("https://vault.example.com:8200");
        assertThat(configuration.getDefaults().getVault().getCredentialsId()).isEqualTo("vault-ci");
        assertThat(configuration.getDefaults().getCaBundle()).isInstanceOf(CredentialCaBundle.class);
        assertThat(configuration.getDefaults().getCodex()).isEqualTo("codex");
        assertThat(configuration.getPolicy().getVaultPaths()).containsExactly("secret/ci/**");
        assertThat(configuration.getPolicy().getLongestTimeout()).isEqualTo("2h");
        assertThat(configuration.getFixedSettings()).contains("max-commands: 200");
    }

    @Test
    @ConfiguredWithCode("configuration-as-code.yaml")
    void the_tool_and_its_installer_too(JenkinsConfiguredWithCodeRule jenkins) {
        CodexInstallation tool =
                EffectiveConfiguration.codexInstallation("codex").orElseThrow();
        InstallSourceProperty source = tool.getProperties().get(InstallSourceProperty.class);
        assertThat(source.installers.get(CodexNpmInstaller.class).getRegistry())
                .isEqualTo("https://npm.example.com/registry");
        assertThat(EffectiveConfiguration.codexInstallation("codex-on-disk")
                        .orElseThrow()
                        .getSha256())
                .hasSize(64);
    }

    @Test
    @ConfiguredWithCode("configuration-as-code.yaml")
    void the_credentials_too(JenkinsConfiguredWithCodeRule jenkins) {
        VaultAppRoleCredentials role = (VaultAppRoleCredentials) credentials("vault-ci");
        assertThat(role.getRoleId()).isEqualTo("4f2c0b5e");
        assertThat(role.getSecretId().getPlainText()).isEqualTo("an-example-secret-id");
        assertThat(((VaultTokenCredentials) credentials("vault-token"))
                        .getToken()
                        .getPlainText())
                .isEqualTo("an-example-token");
    }

    @Test
    @ConfiguredWithCode("configuration-as-code.yaml")
    void an_export_can_be_taken_in_again_and_holds_no_secret_in_the_clear(JenkinsConfiguredWithCodeRule jenkins)
            throws Exception {
        EffectiveConfiguration before = CodexGlobalConfiguration.get().effective();
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(export);
        String yaml = export.toString(StandardCharsets.UTF_8);
        assertThat(yaml)
                .contains("codexRunner:", "vaultPaths:", "- \"secret/ci/**\"", "codexFromNpm:", "vaultAppRole:")
                .doesNotContain("an-example-secret-id")
                .doesNotContain("an-example-token");

        CodexGlobalConfiguration.get().setDefaults(null);
        CodexGlobalConfiguration.get().setPolicy(null);
        CodexGlobalConfiguration.get().setFixedSettings(null);
        Path again = Files.createTempFile(jenkins.jenkins.getRootDir().toPath(), "again", ".yaml");
        Files.writeString(again, codexRunnerOf(yaml));
        ConfigurationAsCode.get().configure(again.toString());

        assertThat(CodexGlobalConfiguration.get().effective()).isEqualTo(before);
    }

    @Test
    @ConfiguredWithCode("configuration-as-code.yaml")
    void nonsense_is_refused_with_what_was_meant(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        Path file = Files.createTempFile(jenkins.jenkins.getRootDir().toPath(), "nonsense", ".yaml");
        for (String nonsense : List.of(
                "policy: {sandboxes: [readonly]}",
                "policy: {longestTimeout: soon}",
                "defaults: {vault: {auth: approl}}",
                "fixedSettings: 'max-comands: 3'")) {
            Files.writeString(file, "unclassified:\n  codexRunner:\n    " + nonsense + "\n");
            assertThatThrownBy(() -> ConfigurationAsCode.get().configure(file.toString()))
                    .as(nonsense)
                    .isInstanceOf(ConfiguratorException.class)
                    .hasStackTraceContaining(nonsense.contains("soon") ? "soon" : "Did you mean");
        }
        assertThat(CodexGlobalConfiguration.get().effective().problems()).isEmpty();
    }

    /** Other plugins' exports need not go in again. */
    private static String codexRunnerOf(String yaml) {
        StringBuilder part = new StringBuilder("unclassified:\n");
        boolean inside = false;
        for (String line : yaml.lines().toList()) {
            if (line.matches("  \\S.*") || line.matches("\\S.*")) {
                inside = line.equals("  codexRunner:");
            }
            if (inside) {
                part.append(line).append('\n');
            }
        }
        return part.toString();
    }

    private static StandardCredentials credentials(String id) {
        return CredentialsMatchers.firstOrNull(
                CredentialsProvider.lookupCredentialsInItemGroup(
                        StandardCredentials.class, null, ACL.SYSTEM2, List.of()),
                CredentialsMatchers.withId(id));
    }
}
