package dev.codexrunner.jenkins.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SecretBytes;
import dev.codexrunner.jenkins.failure.PluginFailureException;
import dev.codexrunner.jenkins.request.CaBundle;
import hudson.model.FreeStyleBuild;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jenkinsci.plugins.plaincredentials.impl.FileCredentialsImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class CaBundleTest {

    /** Only its first line matters here: the runner reads the rest. */
    private static final String PEM = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";

    private static final String KEY_HEADER = "-----BEGIN " + "PRIVATE KEY-----\n";

    private FreeStyleBuild build;

    @BeforeEach
    void a_build(JenkinsRule rule) throws Exception {
        build = rule.buildAndAssertSuccess(rule.createFreeStyleProject());
    }

    @Test
    void a_secret_file_and_a_secret_text_will_do() throws Exception {
        CredentialLookupTest.inSystem(
                file("file", PEM), CredentialLookupTest.text("text", CredentialsScope.GLOBAL, PEM.strip()));

        assertThat(CredentialLookup.caBundle(new CaBundle.InCredential("file"), build))
                .contains(PEM);
        assertThat(CredentialLookup.caBundle(new CaBundle.InCredential("text"), build))
                .contains(PEM);
    }

    @Test
    void what_the_agent_has_is_not_sent() throws Exception {
        assertThat(CredentialLookup.caBundle(new CaBundle.OnAgent("/etc/ssl/company.pem"), build))
                .isEmpty();
    }

    @Test
    void another_secret_that_was_named_by_mistake_does_not_reach_the_agents_disk() throws Exception {
        CredentialLookupTest.inSystem(
                CredentialLookupTest.text("token", CredentialsScope.GLOBAL, "at-12345678"),
                file("key", PEM + KEY_HEADER + "AAAA\n"));

        assertThatThrownBy(() -> CredentialLookup.caBundle(new CaBundle.InCredential("token"), build))
                .isInstanceOf(PluginFailureException.class)
                .hasMessageContaining("no certificate")
                .message()
                .doesNotContain("at-12345678");
        assertThatThrownBy(() -> CredentialLookup.caBundle(new CaBundle.InCredential("key"), build))
                .hasMessageContaining("private key");
    }

    @Test
    void a_file_of_the_controller_is_read_or_told(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("company.pem"), PEM);

        assertThat(CredentialLookup.caBundle(new CaBundle.OnController(file.toString()), build))
                .contains(PEM);
        assertThatThrownBy(() -> CredentialLookup.caBundle(
                        new CaBundle.OnController(folder.resolve("absent.pem").toString()), build))
                .isInstanceOf(PluginFailureException.class)
                .hasMessageContaining("absent.pem")
                .hasMessageContaining("administrator");
    }

    private static FileCredentialsImpl file(String id, String content) {
        return new FileCredentialsImpl(
                CredentialsScope.GLOBAL,
                id,
                "",
                "ca.pem",
                SecretBytes.fromBytes(content.getBytes(StandardCharsets.UTF_8)));
    }
}
