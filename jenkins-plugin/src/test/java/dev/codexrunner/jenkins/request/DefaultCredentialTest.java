package dev.codexrunner.jenkins.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The login that is configured for all jobs goes to the server that it is configured for, and to no other. */
class DefaultCredentialTest {

    private static final VaultRequest DEFAULT = VaultRequest.builder()
            .address("https://vault.bank:8200")
            .namespace("ci")
            .auth("ldap")
            .role("ci")
            .path("secret/ci/codex#access_token")
            .credentialsId("vault-ci")
            .build();
    private static final Defaults DEFAULTS = new Defaults(
            DEFAULT,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    private static final VaultRequest NOTHING = VaultRequest.builder().build();
    private static final CaBundle OWN = new CaBundle.OnAgent("my-ca.pem");

    @Test
    void another_namespace_mount_or_method_gets_neither_credential_nor_role() {
        for (VaultRequest own : List.of(
                VaultRequest.builder().namespace("my-ns").build(),
                VaultRequest.builder().authMount("my-ldap").build(),
                VaultRequest.builder().auth("userpass").build(),
                VaultRequest.builder().address("https://vault.me").build())) {
            VaultRequest completed = own.completedBy(DEFAULT);
            assertThat(completed.credentialsId()).as(own.toString()).isEmpty();
            assertThat(completed.role()).as(own.toString()).isEmpty();
        }
    }

    @Test
    void the_same_in_other_words_gets_it() {
        for (VaultRequest same : List.of(
                NOTHING,
                VaultRequest.builder().namespace("/ci/").build(),
                VaultRequest.builder().authMount("ldap/").build(),
                VaultRequest.builder().auth("ldap").path("secret/other#token").build())) {
            assertThat(same.completedBy(DEFAULT).credentialsId()).contains("vault-ci");
        }
    }

    @Test
    void a_folder_with_a_namespace_of_its_own_does_not_bring_it_there_either() {
        Defaults folder = new Defaults(
                VaultRequest.builder().namespace("my-ns").build(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(NOTHING.completedBy(folder.completedBy(DEFAULTS).vault()).credentialsId())
                .isEmpty();
    }

    @Test
    void authorities_of_the_jobs_own_are_not_allowed_unless_an_administrator_says_so() {
        assertThat(admit(VaultRequest.builder().credentialsId("my-login").build(), List.of()))
                .singleElement()
                .asString()
                .contains("caBundle");
    }

    @Test
    void neither_do_those_that_it_names_in_config() {
        CodexRequest byConfig = CodexRequest.builder(new Prompt.Text("x"), new TokenRequest.FromVault(NOTHING))
                .settings(Map.of("ca-bundle", List.of("my-ca.pem")))
                .build();
        Policy policy = Policy.forController().settings(List.of("ca-bundle")).build();

        assertThat(PolicyCheck.admit(byConfig, DEFAULTS, policy).refusals())
                .singleElement()
                .asString()
                .contains("configured for all jobs");
    }

    @Test
    void authorities_of_the_jobs_own_never_go_with_the_login_for_all_jobs() {
        assertThat(admit(NOTHING, List.of("ca-bundle")))
                .singleElement()
                .asString()
                .contains("configured for all jobs");
        assertThat(admit(VaultRequest.builder().credentialsId("my-login").build(), List.of("ca-bundle")))
                .isEmpty();
        Policy policy = Policy.forController().settings(List.of("ca-bundle")).build();
        RotationCheckRequest check = new RotationCheckRequest(NOTHING, List.of(), Optional.of(OWN), Map.of());
        assertThat(PolicyCheck.admit(check, DEFAULTS, policy).refusals())
                .singleElement()
                .asString()
                .contains("configured for all jobs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "\""})
    void a_long_quoted_value_in_config_is_read_without_a_deep_stack(String quote) {
        String value = "it" + "a".repeat(1_000_000);
        assertThat(ConfigText.parse("model: " + quote + value + quote + " # why")
                        .settings())
                .containsEntry("model", List.of(value));
        assertThat(ConfigText.parse("model: '" + "''".repeat(1_000_000) + "'").settings())
                .containsEntry("model", List.of("'".repeat(1_000_000)));
        assertThat(ConfigText.parse("model: " + quote + value).problems()).hasSize(1);
    }

    private static List<String> admit(VaultRequest vault, List<String> settings) {
        CodexRequest request = CodexRequest.builder(new Prompt.Text("x"), new TokenRequest.FromVault(vault))
                .caBundle(OWN)
                .build();
        return PolicyCheck.admit(
                        request,
                        DEFAULTS,
                        Policy.forController().settings(settings).build())
                .refusals();
    }
}
