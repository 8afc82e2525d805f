package dev.codexrunner.jenkins.result;

import static dev.codexrunner.jenkins.result.BuildEffect.CONTINUE;
import static dev.codexrunner.jenkins.result.BuildEffect.FAIL;
import static dev.codexrunner.jenkins.result.BuildEffect.UNSTABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class BuildEffectTest {

    @Test
    void the_kinds_are_those_of_the_contract() throws IOException {
        String contract =
                Files.readString(Path.of(System.getProperty("codexrunner.root", ".."), "contract", "exit-codes.json"));
        Matcher entry = Pattern.compile("\"exitCode\": (\\d+), \"kind\": \"(\\w+)\".*\"when\": \"(.*)\"")
                .matcher(contract);
        List<String> kinds = new ArrayList<>();
        while (entry.find()) {
            RunKind kind = RunKind.named(entry.group(2)).orElseThrow();
            assertThat(kind.exitCode()).isEqualTo(Integer.parseInt(entry.group(1)));
            assertThat(kind.when()).isEqualTo(entry.group(3));
            kinds.add(kind.name());
        }
        assertThat(kinds).hasSameSizeAs(RunKind.values());
    }

    @Test
    void an_exit_code_tells_its_kind() {
        assertThat(RunKind.ofExitCode(0)).isEqualTo(RunKind.SUCCESS);
        assertThat(RunKind.ofExitCode(12)).isEqualTo(RunKind.POLICY);
        assertThat(RunKind.ofExitCode(143)).isEqualTo(RunKind.CANCELLED);
        assertThat(RunKind.ofExitCode(127)).isEqualTo(RunKind.INTERNAL);
        assertThat(RunKind.ofExitCode(-1)).isEqualTo(RunKind.INTERNAL);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SUCCESS")
    void every_failure_fails_the_build_where_nothing_is_configured(RunKind kind) {
        assertThat(BuildEffect.of(kind.wireName(), null, null)).isEqualTo(FAIL);
        assertThat(BuildEffect.of(kind.wireName(), List.of(), List.of(" "))).isEqualTo(FAIL);
    }

    @Test
    void what_was_not_even_started_never_goes_on() {
        assertThat(BuildEffect.ofUnstarted("policy", List.of("turn_failed"), null))
                .isEqualTo(FAIL);
        assertThat(BuildEffect.ofUnstarted("policy", null, List.of("policy"))).isEqualTo(BuildEffect.UNSTABLE);
        assertThat(BuildEffect.ofUnstarted("config", List.of("turn_faild"), List.of("config")))
                .isEqualTo(FAIL);
    }

    @Test
    void a_success_never_does() {
        assertThat(BuildEffect.of("success", List.of("success"), List.of("success")))
                .isEqualTo(CONTINUE);
    }

    @Test
    void kinds_are_chosen_by_name() {
        assertThat(BuildEffect.of("limited", List.of(), List.of("limited"))).isEqualTo(UNSTABLE);
        assertThat(BuildEffect.of("timeout", List.of(), List.of("limited"))).isEqualTo(FAIL);
        assertThat(BuildEffect.of("timeout", List.of("policy"), List.of("limited")))
                .isEqualTo(CONTINUE);
        assertThat(BuildEffect.of("limited", List.of("limited"), List.of("limited")))
                .isEqualTo(FAIL);
    }

    @Test
    void what_nobody_can_judge_fails_whatever_is_configured() {
        for (String kind : List.of("internal", "cancelled", "a_kind_of_a_later_runner")) {
            assertThat(BuildEffect.of(kind, List.of("policy"), List.of(kind)))
                    .as(kind)
                    .isEqualTo(FAIL);
        }
    }

    @Test
    void a_name_that_is_no_kind_is_told() {
        assertThat(BuildEffect.problems("failOn", List.of("policy", "timeuot", "success")))
                .hasSize(2)
                .allMatch(problem -> problem.startsWith("failOn names"))
                .anyMatch(problem -> problem.contains("timeuot"));
    }

    @Test
    void without_a_report_the_exit_code_and_the_last_words_speak() {
        VerdictView verdict = VerdictView.withoutReport(3, "progress\n\nerror: Vault is sealed.\n");
        assertThat(verdict.kind()).isEqualTo("secret_source");
        assertThat(verdict.reason()).contains("3", "Vault is sealed.");
        assertThat(verdict.success()).isFalse();
    }

    @Test
    void an_exit_code_of_0_without_a_report_is_no_success() {
        VerdictView verdict = VerdictView.withoutReport(0, "");
        assertThat(verdict.success()).isFalse();
        assertThat(BuildEffect.of(verdict.kind(), List.of("policy"), List.of())).isEqualTo(FAIL);
    }

    @Test
    void what_kept_a_runner_from_beginning_is_told_as_the_runner_told_it() {
        VerdictView verdict = VerdictView.withoutReport(2, """
                progress
                error: vault-auth is "approl".
                  why: It must be one of token, approle.
                  fix: Correct it. [invalid-value, docs/troubleshooting.md#invalid-value]
                """);
        assertThat(verdict.kind()).isEqualTo("config");
        assertThat(verdict.code()).isEqualTo("invalid-value");
        assertThat(verdict.reason()).isEqualTo("vault-auth is \"approl\". It must be one of token, approle.");
        assertThat(verdict.fix()).isEqualTo("Correct it.");
    }
}
