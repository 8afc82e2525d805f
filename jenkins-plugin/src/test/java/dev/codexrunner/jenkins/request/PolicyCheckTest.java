package dev.codexrunner.jenkins.request;

import static dev.codexrunner.jenkins.request.Requests.TEAM_A;
import static dev.codexrunner.jenkins.request.Requests.admit;
import static dev.codexrunner.jenkins.request.Requests.fromCredential;
import static dev.codexrunner.jenkins.request.Requests.fromVault;
import static dev.codexrunner.jenkins.request.Requests.vault;
import static dev.codexrunner.jenkins.request.Requests.withSetting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyCheckTest {

    private static final Policy OPEN = Policy.forController().build();

    @Test
    void a_plain_request_is_granted_where_nobody_has_configured_anything() {
        assertThat(admit(fromVault(), OPEN).refusals()).isEmpty();
        assertThat(admit(fromCredential(), OPEN).refusals()).isEmpty();
        assertThat(admit(fromVault().sandbox("workspace-write").model("gpt-5"), OPEN)
                        .refusals())
                .isEmpty();
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
}
