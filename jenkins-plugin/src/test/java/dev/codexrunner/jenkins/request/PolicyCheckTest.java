package dev.codexrunner.jenkins.request;

import static dev.codexrunner.jenkins.request.Requests.admit;
import static dev.codexrunner.jenkins.request.Requests.fromCredential;
import static dev.codexrunner.jenkins.request.Requests.fromVault;
import static dev.codexrunner.jenkins.request.Requests.vault;
import static dev.codexrunner.jenkins.request.Requests.withSetting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyCheckTest {

    private static final Policy OPEN = Policy.forController().build();
    private static final Policy TEAM_A = Policy.forController()
            .vaultAddresses(List.of("https://vault.example.com"))
            .vaultRoles(List.of("team-a-*"))
            .vaultPaths(List.of("secret/team-a/**"))
            .build();

    @Test
    void a_plain_request_is_granted_where_nobody_has_configured_anything() {
        assertThat(admit(fromVault(), OPEN).refusals()).isEmpty();
        assertThat(admit(fromCredential(), OPEN).refusals()).isEmpty();
        assertThat(admit(fromVault().sandbox("workspace-write").model("gpt-5"), OPEN)
                        .refusals())
                .isEmpty();
    }

    @Test
    void a_job_of_the_team_gets_its_own_token() {
        assertThat(admit(fromVault(), TEAM_A).refusals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret/team-b/codex",
                "secret/team-a/../team-b/codex",
                "secret/team-a/%2e%2e/team-b/codex",
                "secret/team-a//codex",
                "secret/team-a/./codex",
                "secret/team-a\\..\\team-b",
                "secret/team-ab/codex",
                "secret/team-a",
                "SECRET/team-a/codex",
                "secret/team-a/x#y#z",
                "secret/team-a/codex?version=1"
            })
    void no_spelling_of_a_path_leads_to_another_teams_token(String path) {
        assertThat(admit(fromVault(vault().path(path).build()), TEAM_A).refusals())
                .singleElement()
                .asString()
                .contains("Vault path");
    }

    @Test
    void a_pattern_with_a_field_permits_that_field_only() {
        Policy policy = Policy.forController()
                .vaultPaths(List.of("secret/shared/codex#access_token"))
                .build();
        assertThat(admit(fromVault(vault().path("secret/shared/codex").build()), policy)
                        .refusals())
                .isEmpty();
        assertThat(admit(fromVault(vault().path("secret/shared/codex#admin").build()), policy)
                        .refusals())
                .hasSize(1);
    }

    @Test
    void another_teams_role_is_refused_and_so_is_none() {
        assertThat(admit(fromVault(vault().role("team-b-ci").build()), TEAM_A).refusals())
                .singleElement()
                .asString()
                .contains("\"team-b-ci\"", "team-a-*", "Vault roles");
        assertThat(admit(fromVault(vault().role("").build()), TEAM_A).refusals())
                .singleElement()
                .asString()
                .contains("No Vault role is named");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.org",
                "https://vault.example.com@evil.example.org",
                "https://vault.example.com.evil.example.org",
                "http://vault.example.com",
                "https://vault.example.com:8300",
                "https://evil.example.org/#https://vault.example.com",
                "vault.example.com",
                "ftp://vault.example.com"
            })
    void a_vault_of_the_jobs_own_is_refused(String address) {
        assertThat(admit(fromVault(vault().address(address).build()), TEAM_A).refusals())
                .singleElement()
                .asString()
                .contains("Vault address");
    }

    @Test
    void another_namespace_is_refused_where_the_policy_names_some() {
        Policy policy =
                Policy.forController().vaultNamespaces(List.of("team-a")).build();
        assertThat(admit(fromVault(vault().namespace("/team-a/").build()), policy)
                        .refusals())
                .isEmpty();
        assertThat(admit(fromVault(vault().namespace("team-b").build()), policy).refusals())
                .hasSize(1);
        assertThat(admit(fromVault(), policy).refusals()).hasSize(1);
    }

    @Test
    void what_a_folder_fills_in_is_held_to_the_policy_too() {
        Defaults borrowed = new Defaults(
                VaultRequest.builder().path("secret/team-b/codex").build(),
                Optional.of(new CodexProgram.AtPath("/tmp/codex")),
                Optional.of("danger-full-access"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        CodexRequest asked = fromVault(vault().address(null).path(null).build()).build();
        assertThat(PolicyCheck.admit(asked, borrowed, TEAM_A).refusals())
                .hasSize(3)
                .anyMatch(refusal -> refusal.contains("Vault path"))
                .anyMatch(refusal -> refusal.contains("codex path"))
                .anyMatch(refusal -> refusal.contains("sandbox"));
    }

    @Test
    void the_companys_credential_is_not_given_to_a_vault_that_the_job_names() {
        VaultRequest defaults = vault().build();
        VaultRequest own =
                VaultRequest.builder().address("https://evil.example.org").build();
        assertThat(own.completedBy(defaults)).isEqualTo(own);
        VaultRequest ownLogin = VaultRequest.builder().auth("approle").build();
        assertThat(ownLogin.completedBy(defaults).credentialsId()).isEmpty();
        assertThat(VaultRequest.builder().build().completedBy(defaults)).isEqualTo(defaults);
    }

    @Test
    void danger_full_access_needs_the_policys_word() {
        assertThat(admit(fromVault().sandbox("danger-full-access"), OPEN).refusals())
                .singleElement()
                .asString()
                .contains("danger-full-access", "read-only, workspace-write");
        Policy allowing =
                Policy.forController().sandboxes(List.of("danger-full-access")).build();
        assertThat(admit(fromVault().sandbox("danger-full-access"), allowing).refusals())
                .isEmpty();
        assertThat(admit(fromVault(), allowing).refusals()).hasSize(1);
    }

    @Test
    void a_model_has_to_be_named_where_the_policy_names_some() {
        Policy policy = Policy.forController().models(List.of("gpt-5*")).build();
        assertThat(admit(fromVault().model("gpt-5-codex"), policy).refusals()).isEmpty();
        assertThat(admit(fromVault().model("other"), policy).refusals()).hasSize(1);
        assertThat(admit(fromVault(), policy).refusals()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model=\"other\"",
                " model = \"other\"",
                "\"model\"=\"other\"",
                "model_provider=x",
                "profile=x",
                "profiles.x.model=y",
                "sandbox_mode=\"danger-full-access\"",
                "sandbox_workspace_write.network_access=true"
            })
    void codex_config_cannot_smuggle_a_model_or_a_sandbox_in(String setting) {
        Policy policy = Policy.forController()
                .models(List.of("gpt-5"))
                .settings(List.of("codex-config"))
                .build();
        assertThat(admit(withSetting("codex-config", setting).model("gpt-5"), policy)
                        .refusals())
                .as(setting)
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allow-override",
                "allow-mcp",
                "allow-stored-login",
                "allow-credential-file",
                "allow-gated-changes",
                "allow-unchecked-changes",
                "codex-config",
                "codex-home",
                "login-mode",
                "otel-endpoint",
                "pass-env",
                "profile",
                "team-config",
                "token-kind",
                "vault-ca",
                "vault-client-key",
                "vault-redirect-host"
            })
    void a_setting_that_widens_access_needs_the_policys_word(String key) {
        assertThat(admit(withSetting(key, "x"), OPEN).refusals())
                .singleElement()
                .asString()
                .contains(key, "Settings");
        Policy allowing = Policy.forController().settings(List.of(key)).build();
        assertThat(admit(withSetting(key, "x=y"), allowing).refusals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report-dir",
                "progress",
                "json",
                "token-source",
                "token-file",
                "token-env",
                "prompt-file",
                "run-name",
                "vault-token-file",
                "vault-role-id",
                "allow-danger-full-access"
            })
    void what_the_plugin_sets_itself_no_policy_can_allow(String key) {
        Policy everything = Policy.forController().settings(List.of("**")).build();
        assertThat(admit(withSetting(key, "x"), everything).refusals())
                .singleElement()
                .asString()
                .contains(key, "the plugin sets it itself");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"vault-path", "sandbox", "codex-path", "vault-addr", "timeout", "allow-untrusted-trigger", "cd"})
    void what_has_an_input_never_comes_in_as_a_setting(String key) {
        Policy everything = Policy.forController().settings(List.of("**")).build();
        assertThat(admit(withSetting(key, "x"), everything).refusals())
                .singleElement()
                .asString()
                .contains(key, "an input of its own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Sandbox", "sandbox ", "sandbox: x\nvault-path", "--sandbox", "<<", "sändbox"})
    void a_key_that_is_no_name_is_refused(String key) {
        Policy everything = Policy.forController().settings(List.of("**")).build();
        assertThat(admit(withSetting(key, "x"), everything).refusals()).isNotEmpty();
    }

    @Test
    void a_fixed_setting_is_not_the_jobs() {
        Policy policy = Policy.forController()
                .fixedSettings(Map.of("deny-changes", List.of("deploy/**")))
                .build();
        assertThat(admit(withSetting("deny-changes", "x"), policy).refusals())
                .singleElement()
                .asString()
                .contains("fixed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nsandbox: danger-full-access", "a\rb", "a\u0000b", "a\u2028b", "a\u0085b"})
    void a_line_break_in_a_value_is_refused_wherever_it_stands(String text) {
        assertThat(admit(fromVault().model(text), OPEN).refusals()).isNotEmpty();
        assertThat(admit(fromVault(vault().authMount(text).build()), OPEN).refusals())
                .isNotEmpty();
        assertThat(admit(withSetting("require", text), OPEN).refusals()).isNotEmpty();
        assertThat(admit(fromVault().caBundle(new CaBundle.OnAgent(text)), OPEN).refusals())
                .isNotEmpty();
    }

    @Test
    void a_codex_of_the_jobs_own_is_refused_and_an_installation_is_not() {
        assertThat(admit(fromVault().program(new CodexProgram.AtPath("/tmp/codex")), OPEN)
                        .refusals())
                .hasSize(1);
        assertThat(admit(fromVault().program(new CodexProgram.Installed("codex")), OPEN)
                        .refusals())
                .isEmpty();
        Policy policy =
                Policy.forController().codexPaths(List.of("/opt/codex/**")).build();
        assertThat(admit(fromVault().program(new CodexProgram.AtPath("/opt/codex/bin/codex")), policy)
                        .refusals())
                .isEmpty();
        assertThat(admit(fromVault().program(new CodexProgram.AtPath("/opt/codex/../../tmp/codex")), policy)
                        .refusals())
                .hasSize(1);
        assertThat(admit(fromVault(), policy).refusals()).as("the one on PATH").hasSize(1);
    }

    @Test
    void a_risk_is_accepted_only_where_the_policy_does() {
        assertThat(admit(fromVault().acceptedRisks(List.of("fork")), OPEN).refusals())
                .singleElement()
                .asString()
                .contains("\"fork\"", "nothing");
        Policy policy = Policy.forController().risks(List.of("fork")).build();
        assertThat(admit(fromVault().acceptedRisks(List.of("fork")), policy).refusals())
                .isEmpty();
    }

    @Test
    void a_job_may_not_run_longer_than_the_policy_says() {
        Policy policy = Policy.forController().longestTimeout("30m").build();
        assertThat(admit(fromVault().timeout("1800s"), policy).refusals()).isEmpty();
        assertThat(admit(fromVault().timeout("31m"), policy).refusals()).hasSize(1);
        assertThat(admit(fromVault().timeout("0s"), policy).refusals()).hasSize(1);
        assertThat(admit(fromVault().timeout("forever"), policy).refusals()).hasSize(1);
        assertThat(admit(fromVault(), policy).request().timeout()).contains("30m0s0ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../other-job", "/var/lib/jenkins", "a/../../b", "C:\\jenkins", "~root", "a\\..\\..\\b"})
    void the_working_directory_stays_in_the_workspace(String path) {
        assertThat(admit(fromVault().workingDirectory(path), OPEN).refusals()).hasSize(1);
    }

    @Test
    void authorities_of_the_jobs_own_need_the_policys_word_and_the_configured_ones_dont() {
        Policy policy = Policy.forController().settings(List.of("require")).build();
        assertThat(admit(fromVault().caBundle(new CaBundle.OnAgent("ca.pem")), policy)
                        .refusals())
                .hasSize(1);
        Defaults configured = new Defaults(
                VaultRequest.builder().build(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new CaBundle.OnController("/etc/company.pem")));
        Admission<CodexRequest> admission = PolicyCheck.admit(fromVault().build(), configured, policy);
        assertThat(admission.refusals()).isEmpty();
        assertThat(admission.request().caBundle()).contains(new CaBundle.OnController("/etc/company.pem"));
    }

    @Test
    void all_refusals_are_told_at_once_and_each_says_what_to_do() {
        Admission<CodexRequest> admission = admit(
                fromVault(vault().role("b").path("secret/b/c").build())
                        .sandbox("danger-full-access")
                        .acceptedRisks(List.of("fork")),
                TEAM_A);
        assertThat(admission.isGranted()).isFalse();
        assertThat(admission.refusals()).hasSize(4).allMatch(refusal -> refusal.endsWith("."));
    }

    @Test
    void every_path_of_a_rotation_check_is_looked_at() {
        RotationCheckRequest request = new RotationCheckRequest(
                vault().build(), List.of("secret/team-a/other", "secret/team-b/codex"), Optional.empty(), Map.of());
        assertThat(PolicyCheck.admit(request, Defaults.NONE, TEAM_A).refusals())
                .singleElement()
                .asString()
                .contains("team-b");
    }
}
