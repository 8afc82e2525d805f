package dev.codexrunner.jenkins.request;

import static dev.codexrunner.jenkins.request.Requests.TEAM_A;
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
        assertThat(admit(fromVault(), policy).request().timeout()).contains("30m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../other-job", "/var/lib/jenkins", "a/../../b", "C:\\jenkins", "~root", "a\\..\\..\\b"})
    void every_path_stays_in_the_workspace(String path) {
        assertThat(admit(fromVault().workingDirectory(path), OPEN).refusals()).hasSize(1);
        assertThat(admit(fromVault().outputSchema(path), OPEN).refusals()).hasSize(1);
        assertThat(admit(withSetting("add-dir", path), OPEN).refusals()).hasSize(1);
        assertThat(admit(withSetting("image", "a.png", path), OPEN).refusals()).hasSize(1);
        CodexRequestBuilder fromFile = CodexRequest.builder(
                new Prompt.FileInWorkspace(path), fromVault().build().token());
        assertThat(admit(fromFile, OPEN).refusals()).singleElement().asString().contains("promptFile");
    }

    @Test
    void paths_below_the_workspace_and_those_that_the_policy_lists_are_taken() {
        assertThat(admit(fromVault().outputSchema("builtin:findings").workingDirectory("a/b"), OPEN)
                        .refusals())
                .isEmpty();
        Policy policy =
                Policy.forController().outsidePaths(List.of("/srv/shared/**")).build();
        assertThat(admit(fromVault().outputSchema("/srv/shared/a.json"), policy).refusals())
                .isEmpty();
        assertThat(admit(fromVault().outputSchema("/srv/shared/../a.json"), policy)
                        .refusals())
                .hasSize(1);
    }

    @Test
    void an_effort_and_a_budget_are_held_to_the_policy() {
        Policy policy = Policy.forController()
                .efforts(List.of("low", "medium"))
                .mostTokens(1000L)
                .build();
        assertThat(admit(fromVault().effort("low").maxTokens("1000"), policy).refusals())
                .isEmpty();
        assertThat(admit(fromVault().effort("low"), policy).request().maxTokens())
                .contains("1000");
        assertThat(admit(fromVault().effort("high").maxTokens("1001"), policy).refusals())
                .hasSize(2)
                .anyMatch(refusal -> refusal.contains("Reasoning efforts"))
                .anyMatch(refusal -> refusal.contains("Most tokens"));
        assertThat(admit(fromVault(), policy).refusals()).hasSize(1);
        assertThat(admit(
                                withSetting("codex-config", "model_reasoning_effort=\"high\"")
                                        .effort("low"),
                                Policy.forController()
                                        .efforts(List.of("low"))
                                        .settings(List.of("codex-config"))
                                        .build())
                        .refusals())
                .hasSize(1);
    }

    @Test
    void what_no_policy_could_make_right_is_a_problem_with_the_word_that_was_meant() {
        Admission<CodexRequest> admission = admit(
                fromVault(vault().auth("approl")
                                .kvVersion("3")
                                .secretVersion("x")
                                .build())
                        .sandbox("readonly")
                        .acceptedRisks(List.of("forks"))
                        .timeout("20 minutes")
                        .idleTimeout("0s")
                        .effort("very high")
                        .settings(Map.of("max-comands", List.of("3"), "max-file-changes", List.of("many"))),
                OPEN);
        assertThat(admission.refusals()).isEmpty();
        assertThat(admission.problems())
                .hasSize(10)
                .allMatch(problem -> problem.endsWith(".") || problem.endsWith("?"))
                .anyMatch(problem -> problem.contains("Did you mean read-only?"))
                .anyMatch(problem -> problem.contains("Did you mean fork?"))
                .anyMatch(problem -> problem.contains("Did you mean approle?"))
                .anyMatch(problem -> problem.contains("Did you mean max-commands?"))
                .anyMatch(problem -> problem.contains("\"20 minutes\""));
        assertThat(admit(fromVault(vault().auth("cert").build()), OPEN).problems())
                .singleElement()
                .asString()
                .contains("private key");
        assertThat(admit(fromVault(), OPEN).problems()).isEmpty();
    }

    @Test
    void of_a_fixed_bound_and_the_jobs_own_the_narrower_holds_and_the_log_says_so() {
        Policy policy = Policy.forController()
                .fixedSettings(Map.of(
                        "timeout",
                        List.of("5m"),
                        "retries",
                        List.of("2"),
                        "output-schema",
                        List.of("builtin:findings")))
                .build();
        Admission<CodexRequest> wider = admit(fromVault().timeout("20m").retries("1"), policy);
        assertThat(wider.refusals()).isEmpty();
        assertThat(wider.notes()).singleElement().asString().contains("timeout", "5m", "20m");
        assertThat(SettingsFile.text(wider.request(), RunInputs.of("job", "/r"), policy))
                .contains("timeout: \"5m\"", "retries: \"1\"");
        Admission<CodexRequest> narrower = admit(fromVault().timeout("2m"), policy);
        assertThat(narrower.notes()).isEmpty();
        assertThat(SettingsFile.text(narrower.request(), RunInputs.of("job", "/r"), policy))
                .contains("timeout: \"2m\"", "retries: \"2\"");
        assertThat(admit(fromVault().outputSchema("own.json"), policy).refusals())
                .singleElement()
                .asString()
                .contains("outputSchema", "fixed");
    }

    @Test
    void what_codex_is_told_by_all_runs_does_not_take_a_jobs_effort_away() {
        Policy policy = Policy.forController()
                .fixedSettings(Map.of("codex-config", List.of("model_verbosity=\"low\"")))
                .build();
        assertThat(SettingsFile.text(fromVault().effort("high").build(), RunInputs.of("job", "/r"), policy))
                .contains("model_verbosity", "model_reasoning_effort");
        Policy fixedEffort = Policy.forController()
                .fixedSettings(Map.of("codex-config", List.of("model_reasoning_effort=\"low\"")))
                .build();
        assertThat(admit(fromVault().effort("high"), fixedEffort).refusals()).hasSize(1);
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
        assertThat(admission.refusals()).hasSize(4).allMatch(refusal -> refusal.endsWith("."));
    }
}
