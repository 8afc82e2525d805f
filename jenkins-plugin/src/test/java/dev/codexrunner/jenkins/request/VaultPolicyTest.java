package dev.codexrunner.jenkins.request;

import static dev.codexrunner.jenkins.request.Requests.TEAM_A;
import static dev.codexrunner.jenkins.request.Requests.admit;
import static dev.codexrunner.jenkins.request.Requests.fromVault;
import static dev.codexrunner.jenkins.request.Requests.vault;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultPolicyTest {

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://vault.example.com/",
                "https://vault.example.com:443",
                "HTTPS://Vault.Example.com:443//",
                "https://*.example.com:443/"
            })
    void one_server_has_many_spellings(String pattern) {
        Policy policy = Policy.forController().vaultAddresses(List.of(pattern)).build();
        for (String address :
                List.of("https://vault.example.com", "https://VAULT.example.com:443/", "https://vault.example.com/")) {
            assertThat(admit(fromVault(vault().address(address).build()), policy)
                            .refusals())
                    .as(address)
                    .isEmpty();
            assertThat(VaultRequest.builder()
                            .address(address)
                            .build()
                            .completedBy(vault().build())
                            .credentialsId())
                    .isPresent();
        }
        assertThat(admit(fromVault(vault().address("http://vault.example.com").build()), policy)
                        .refusals())
                .hasSize(1);
        assertThat(admit(
                                fromVault(vault().address("https://vault.example.com:8200")
                                        .build()),
                                policy)
                        .refusals())
                .hasSize(1);
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
    void every_path_of_a_rotation_check_is_looked_at() {
        RotationCheckRequest request = new RotationCheckRequest(
                vault().build(), List.of("secret/team-a/other", "secret/team-b/codex"), Optional.empty(), Map.of());
        assertThat(PolicyCheck.admit(request, Defaults.NONE, TEAM_A).refusals())
                .singleElement()
                .asString()
                .contains("team-b");
    }
}
