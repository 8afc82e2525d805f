package dev.codexrunner.jenkins.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.hudson.plugins.folder.properties.FolderCredentialsProvider.FolderCredentialsProperty;
import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.domains.DomainCredentials;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import dev.codexrunner.jenkins.failure.PluginFailureException;
import dev.codexrunner.jenkins.request.RunInputs;
import dev.codexrunner.jenkins.request.SecretVariables;
import dev.codexrunner.jenkins.request.TokenRequest;
import dev.codexrunner.jenkins.request.VaultRequest;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.util.Secret;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class CredentialLookupTest {

    private JenkinsRule jenkins;
    private Folder team;
    private FreeStyleBuild build;

    @BeforeEach
    void a_build_in_a_folder(JenkinsRule rule) throws Exception {
        jenkins = rule;
        team = rule.jenkins.createProject(Folder.class, "team-a");
        build = rule.buildAndAssertSuccess(team.createProject(FreeStyleProject.class, "job"));
    }

    @Test
    void a_secret_text_is_the_access_token() throws Exception {
        inSystem(text("token", CredentialsScope.GLOBAL, "at-12345678"));

        RunSecrets secrets = CredentialLookup.secrets(new TokenRequest.FromCredential("token"), build);

        assertThat(secrets.variables()).hasSize(1);
        assertThat(secrets.variables().get(SecretVariables.ACCESS_TOKEN).reveal())
                .isEqualTo("at-12345678");
        assertThat(secrets.toString()).doesNotContain("at-12345678");
    }

    @Test
    void an_approle_gives_its_role_id_and_whether_it_is_wrapped() throws Exception {
        VaultAppRoleCredentials role = appRole("role", "the-secret-id");
        role.setWrapped(true);
        inSystem(role);

        RunSecrets secrets = CredentialLookup.secrets(vault("approle", "role"), build);

        assertThat(secrets.variables().get(SecretVariables.VAULT_SECRET_ID).reveal())
                .isEqualTo("the-secret-id");
        RunInputs inputs = secrets.addedTo(RunInputs.of("job", "/tmp/report"));
        assertThat(inputs.roleId()).contains("role-id");
        assertThat(inputs.wrapped()).isTrue();
    }

    @Test
    void each_login_method_gets_its_variable() throws Exception {
        inSystem(
                new VaultTokenCredentials(CredentialsScope.GLOBAL, "token", "", Secret.fromString("vault-token-1")),
                text("jwt", CredentialsScope.GLOBAL, "a.json.webtoken"),
                new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "user", "", "ci", "a-password-123456"));

        assertThat(CredentialLookup.secrets(vault("token", "token"), build).variables())
                .containsOnlyKeys(SecretVariables.VAULT_TOKEN);
        assertThat(CredentialLookup.secrets(vault("jwt", "jwt"), build).variables())
                .containsOnlyKeys(SecretVariables.VAULT_JWT);
        RunSecrets password = CredentialLookup.secrets(vault("ldap", "user"), build);
        assertThat(password.variables()).containsOnlyKeys(SecretVariables.VAULT_PASSWORD);
        assertThat(password.userName()).contains("ci");
    }

    @Test
    void a_pod_with_its_own_account_needs_none() throws Exception {
        assertThat(CredentialLookup.secrets(
                        VaultRequest.builder().auth("kubernetes").build(), build))
                .isEqualTo(RunSecrets.NONE);
    }

    @Test
    void a_login_without_its_credential_is_told() {
        assertThatThrownBy(() -> CredentialLookup.secrets(
                        VaultRequest.builder().auth("approle").build(), build))
                .isInstanceOf(PluginFailureException.class)
                .hasMessageContaining("approle")
                .hasMessageContaining("credentialsId")
                .hasMessageContaining("Vault AppRole");
    }

    @Test
    void the_use_is_tracked() throws Exception {
        VaultAppRoleCredentials role = appRole("role", "the-secret-id");
        inSystem(role);

        CredentialLookup.secrets(vault("approle", "role"), build);

        assertThat(CredentialsProvider.getOrCreateFingerprintOf(role).getJobs()).contains("team-a/job");
    }

    @Test
    void a_credential_of_the_folder_is_found() throws Exception {
        inFolder(team, appRole("role", "of-team-a"));

        RunSecrets secrets = CredentialLookup.secrets(vault("approle", "role"), build);

        assertThat(secrets.variables().get(SecretVariables.VAULT_SECRET_ID).reveal())
                .isEqualTo("of-team-a");
    }

    @Test
    void one_of_another_folder_is_not_and_only_the_administrator_is_told_where_it_lies() throws Exception {
        Folder other = jenkins.jenkins.createProject(Folder.class, "team-b");
        inFolder(other, appRole("role", "of-team-b"));
        try (LogRecorder log =
                new LogRecorder().record(MissingCredential.class, Level.INFO).capture(10)) {

            assertThatThrownBy(() -> CredentialLookup.secrets(vault("approle", "role"), build))
                    .isInstanceOf(PluginFailureException.class)
                    .hasMessageContaining("team-a/job")
                    .hasMessageContaining("role")
                    .message()
                    .doesNotContain("team-b");

            assertThat(log.getMessages()).singleElement().asString().contains("in the folder team-b");
        }
    }

    @Test
    void one_of_the_scope_system_is_not_for_jobs() throws Exception {
        inSystem(text("token", CredentialsScope.SYSTEM, "at-12345678"));
        try (LogRecorder log =
                new LogRecorder().record(MissingCredential.class, Level.INFO).capture(10)) {

            assertThatThrownBy(() -> CredentialLookup.secrets(new TokenRequest.FromCredential("token"), build))
                    .hasMessageContaining("scope is System");

            assertThat(log.getMessages()).singleElement().asString().contains("scope System");
        }
    }

    @Test
    void a_missing_one_and_one_elsewhere_read_the_same_in_the_build_log() throws Exception {
        Folder other = jenkins.jenkins.createProject(Folder.class, "team-b");
        inFolder(other, appRole("id-1", "of-team-b"));

        String elsewhere = problem("id-1");
        String nowhere = problem("id-2");

        assertThat(elsewhere.replace("id-1", "")).isEqualTo(nowhere.replace("id-2", ""));
    }

    @Test
    void folders_beside_those_around_the_job_are_searched_and_no_others() throws Exception {
        Folder other = jenkins.jenkins.createProject(Folder.class, "team-b");
        inFolder(other, appRole("beside", "of-team-b"));
        inFolder(other.createProject(Folder.class, "inner"), appRole("far", "of-a-part-of-team-b"));

        try (LogRecorder log =
                new LogRecorder().record(MissingCredential.class, Level.INFO).capture(10)) {
            problem("beside");
            problem("far");
            problem("x\n\rforged line" + "y".repeat(1000));

            assertThat(log.getMessages().get(0)).contains("beside", "in the folder team-b");
            assertThat(log.getMessages().get(1)).contains("far", "others were not searched");
            assertThat(log.getMessages().get(2))
                    .contains("x??forged line")
                    .doesNotContain("\n")
                    .hasSizeLessThan(500);
        }
    }

    @Test
    void one_of_another_type_is_told_with_both_types() throws Exception {
        inSystem(text("role", CredentialsScope.GLOBAL, "no-app-role"));

        assertThatThrownBy(() -> CredentialLookup.secrets(vault("approle", "role"), build))
                .isInstanceOf(PluginFailureException.class)
                .hasMessageContaining("Secret text")
                .hasMessageContaining("Vault AppRole")
                .message()
                .doesNotContain("no-app-role");
    }

    @Test
    void an_empty_one_is_told() throws Exception {
        inSystem(appRole("role", ""));

        assertThatThrownBy(() -> CredentialLookup.secrets(vault("approle", "role"), build))
                .hasMessageContaining("is empty");
    }

    @Test
    void the_mask_gets_what_the_ids_stand_for_now_and_passes_over_the_rest() throws Exception {
        inSystem(appRole("role", "the-secret-id"), text("token", CredentialsScope.GLOBAL, "at-12345678"));

        assertThat(MaskedCredentials.secretsOf(List.of("role", "token", "gone"), build))
                .extracting(dev.codexrunner.secret.Secret::reveal)
                .containsExactly("the-secret-id", "at-12345678");
        assertThat(MaskedCredentials.idsOf(new TokenRequest.FromVault(vault("approle", "role"))))
                .isEqualTo(Set.of("role"));
    }

    private String problem(String id) {
        try {
            CredentialLookup.secrets(vault("approle", id), build);
            throw new AssertionError("found");
        } catch (PluginFailureException problem) {
            return problem.getMessage();
        }
    }

    static VaultRequest vault(String method, String id) {
        return VaultRequest.builder().auth(method).credentialsId(id).build();
    }

    static VaultAppRoleCredentials appRole(String id, String secretId) {
        return new VaultAppRoleCredentials(CredentialsScope.GLOBAL, id, "", "role-id", Secret.fromString(secretId));
    }

    static StringCredentialsImpl text(String id, CredentialsScope scope, String value) {
        return new StringCredentialsImpl(scope, id, "", Secret.fromString(value));
    }

    static void inSystem(Credentials... credentials) throws IOException {
        SystemCredentialsProvider.getInstance().getCredentials().addAll(List.of(credentials));
        SystemCredentialsProvider.getInstance().save();
    }

    private static void inFolder(AbstractFolder<?> folder, Credentials credentials) throws IOException {
        folder.addProperty(new FolderCredentialsProperty(
                new DomainCredentials[] {new DomainCredentials(Domain.global(), List.of(credentials))}));
    }
}
