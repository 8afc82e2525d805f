package dev.codexrunner.jenkins.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.datapipe.jenkins.vault.credentials.VaultAppRoleCredential;
import com.datapipe.jenkins.vault.credentials.VaultTokenCredential;
import dev.codexrunner.jenkins.failure.PluginFailureException;
import dev.codexrunner.jenkins.request.SecretVariables;
import dev.codexrunner.jenkins.request.VaultRequest;
import hudson.model.FreeStyleBuild;
import hudson.util.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** With the real hashicorp-vault-plugin installed. */
@WithJenkins
class HashicorpVaultTypesTest {

    private FreeStyleBuild build;

    @BeforeEach
    void a_build(JenkinsRule rule) throws Exception {
        build = rule.buildAndAssertSuccess(rule.createFreeStyleProject());
    }

    @Test
    void its_approle_logs_in_where_it_says() throws Exception {
        CredentialLookupTest.inSystem(appRole("ci-approle", null));
        VaultRequest request = CredentialLookupTest.vault("approle", "theirs");

        RunSecrets secrets = CredentialLookup.secrets(request, build);

        assertThat(secrets.variables().get(SecretVariables.VAULT_SECRET_ID).reveal())
                .isEqualTo("their-secret-id");
        assertThat(secrets.roleId()).contains("their-role");
        assertThat(secrets.completing(request).authMount()).contains("ci-approle");
    }

    @Test
    void its_token_serves_the_method_token() throws Exception {
        CredentialLookupTest.inSystem(
                new VaultTokenCredential(CredentialsScope.GLOBAL, "theirs", "", Secret.fromString("their-token")));

        assertThat(CredentialLookup.secrets(CredentialLookupTest.vault("token", "theirs"), build)
                        .variables()
                        .get(SecretVariables.VAULT_TOKEN)
                        .reveal())
                .isEqualTo("their-token");
    }

    @Test
    void a_namespace_of_its_own_must_be_that_of_the_secret() throws Exception {
        CredentialLookupTest.inSystem(appRole("approle", "parent"));

        assertThatThrownBy(() -> CredentialLookup.secrets(CredentialLookupTest.vault("approle", "theirs"), build))
                .isInstanceOf(PluginFailureException.class)
                .hasMessageContaining("namespace parent");
        VaultRequest same = VaultRequest.builder()
                .auth("approle")
                .namespace("/parent/")
                .credentialsId("theirs")
                .build();
        assertThat(CredentialLookup.secrets(same, build).variables()).hasSize(1);
    }

    private static VaultAppRoleCredential appRole(String path, String namespace) {
        VaultAppRoleCredential role = new VaultAppRoleCredential(
                CredentialsScope.GLOBAL, "theirs", "", "their-role", Secret.fromString("their-secret-id"), path);
        role.setNamespace(namespace);
        return role;
    }
}
