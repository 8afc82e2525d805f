package dev.codexrunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.config.PromptSource;
import dev.codexrunner.config.ResolvedConfig;
import dev.codexrunner.config.SettingCatalogue;
import dev.codexrunner.config.UnusableConfig;
import dev.codexrunner.failure.Failure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineAppTest {

    private static final String TOKEN = "at-ZmFrZWZha2VmYWtlZmFrZWZha2VmYWtl";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private final Recorded recorded = new Recorded();
    private String in = "";

    @Test
    void exec_gets_its_configuration_and_prompt() {
        assertThat(run("exec", "--retries", "0", "-c", "a=b,c", "@not a file")).isEqualTo(7);
        assertThat(recorded.exec.orElseThrow().prompt()).isEqualTo(new PromptSource.Text("@not a file"));
        assertThat(recorded.exec.orElseThrow().config().config().limits().retries())
                .isZero();
        assertThat(recorded.exec.orElseThrow().config().config().codex().config())
                .containsExactly("a=b,c");
        run("exec", "-");
        assertThat(recorded.exec.orElseThrow().prompt()).isInstanceOf(PromptSource.StandardInput.class);
        run("exec", "--", "--token");
        assertThat(recorded.exec.orElseThrow().prompt()).isEqualTo(new PromptSource.Text("--token"));
    }

    @Test
    void replay_reads_its_exit_code() {
        assertThat(run("replay", "e.jsonl", "--codex-exit-code", "137")).isEqualTo(8);
        assertThat(recorded.replay.orElseThrow().events()).isEqualTo(Path.of("e.jsonl"));
        assertThat(recorded.replay.orElseThrow().codexExitCode()).hasValue(137);
        run("replay", "e.jsonl", "--codex-exit-code", "unknown");
        assertThat(recorded.replay.orElseThrow().codexExitCode()).isEqualTo(OptionalInt.empty());
        assertThat(run("replay", "e.jsonl", "--codex-exit-code", "256")).isEqualTo(2);
        assertThat(err()).contains("a whole number from 0 to 255, or unknown");
        run("replay", "e.jsonl");
        assertThat(recorded.replay.orElseThrow().codexExitCode()).isEqualTo(OptionalInt.empty());
    }

    @Test
    void replay_without_a_stream_is_told_so() {
        assertThat(run("replay", "--codex-exit-code", "0")).isEqualTo(2);
        assertThat(err()).contains("EVENTS.jsonl is missing").doesNotContain("bug");
        assertThat(recorded.replay).isEmpty();
    }

    @Test
    void every_setting_but_secrets_is_an_option_of_exec_or_of_a_rotation_and_not_of_both_without_need() {
        run("exec", "--help");
        String exec = out();
        for (RotationAction action : RotationAction.values()) {
            run("rotation", action.toString(), "--help");
        }
        String rotation = out().substring(exec.length());
        assertThat(SettingCatalogue.all()).isNotEmpty().allSatisfy(setting -> {
            String option = "--" + setting.name() + "[=, \n]";
            if (setting.flag().isEmpty()) {
                assertThat(out()).doesNotContainPattern(option);
            } else if (Options.ofARun(setting)) {
                assertThat(exec).containsPattern(option);
            } else {
                assertThat(rotation).containsPattern(option);
                assertThat(exec).doesNotContainPattern(option);
            }
        });
        assertThat(rotation)
                .doesNotContainPattern("--(sandbox|max-tokens|output-schema|allow-danger-full-access|retries)[=, \n]");
    }

    @Test
    void a_rotation_gets_its_step_and_its_configuration() {
        environment.put("VAULT_TOKEN", "hvs.aaaaaaaaaaaaaaaaaaaaaaaa");
        assertThat(run(
                        "rotation",
                        "confirm-revoked",
                        "--vault-addr",
                        "https://vault.example.com",
                        "--vault-auth",
                        "token",
                        "--vault-path",
                        "secret/ci/codex",
                        "--unproven"))
                .isEqualTo(14);
        assertThat(recorded.rotation.orElseThrow().action()).isEqualTo(RotationAction.CONFIRM_REVOKED);
        assertThat(recorded.rotation.orElseThrow().config().config().rotation().unproven())
                .isTrue();
        assertThat(run("rotation")).isEqualTo(2);
        assertThat(err()).contains("stage, verify, promote, rollback, confirm-revoked, status, check");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--vault-token=", "--vault-password=", "--access-token=", "--api-key="})
    void a_secret_as_an_argument_is_refused_and_not_repeated(String option) {
        assertThat(run("exec", option + TOKEN, "x")).isEqualTo(2);
        assertThat(run("exec", option.replace("=", ""), TOKEN, "x")).isEqualTo(2);
        assertThat(err()).contains("not accepted as an argument").doesNotContain(TOKEN);
        assertThat(recorded.exec).isEmpty();
    }

    @Test
    void mistakes_end_with_2_three_lines_and_a_suggestion() {
        assertThat(run("exec", "--timout", "5m", "x")).isEqualTo(2);
        assertThat(err().lines()).hasSize(3);
        assertThat(err()).contains("Did you mean --timeout?", "docs/troubleshooting.md#unknown-option");
        assertThat(run("exce")).isEqualTo(2);
        assertThat(err()).contains("Did you mean codex-runner exec?");
        assertThat(run()).isEqualTo(2);
        assertThat(run("config")).isEqualTo(2);
        assertThat(run("exec", "say", TOKEN)).isEqualTo(2);
        assertThat(run("exec", "--timeout", "1m", "--timeout", "2m", "x")).isEqualTo(2);
        assertThat(err()).contains("--timeout is given more than once").doesNotContain(TOKEN);
        assertThat(out()).isEmpty();
    }

    @Test
    void an_option_whose_value_was_left_out_is_said_to_have_none() {
        assertThat(run("exec", "--timeout")).isEqualTo(2);
        assertThat(run("exec", "--model", "--json", "x")).isEqualTo(2);
        assertThat(run("replay", "e.jsonl", "--codex-exit-code")).isEqualTo(2);
        assertThat(err())
                .contains("--timeout has no value.", "--model has no value.", "--codex-exit-code has no value.")
                .doesNotContain("is missing");
    }

    @Test
    void help_is_a_command_too() {
        assertThat(run("--help")).isZero();
        String help = out();
        out.reset();
        assertThat(run("help")).isZero();
        assertThat(out()).isEqualTo(help);
        assertThat(help).contains("13  rotation check:", "14  a rotation step", "16  (reserved, not used yet)");
        out.reset();
        assertThat(run("help", "config", "show")).isZero();
        assertThat(out()).contains("Prints the effective value of each setting");
    }

    @Test
    void a_bug_ends_with_1_without_its_message() {
        recorded.bug = true;
        assertThat(run("doctor")).isEqualTo(1);
        assertThat(err())
                .contains("IllegalStateException")
                .doesNotContain(TOKEN)
                .doesNotContain("    at ");
        environment.put("CODEX_RUNNER_DEBUG", "1");
        run("doctor");
        assertThat(err()).contains("    at ").doesNotContain(TOKEN);
    }

    @Test
    void config_show_hides_secrets_and_names_origins() {
        environment.put("CODEX_RUNNER_VAULT_TOKEN", TOKEN);
        environment.put("VAULT_ADDR", "https://vault.example.com");
        assertThat(run("config", "show", "--vault-path", "a/b#c")).isZero();
        assertThat(run("config", "show", "--vault-path", "a/b#c", "--json")).isZero();
        assertThat(out())
                .contains("(variable VAULT_ADDR)", "(--vault-path)", "(hidden)")
                .contains("\"origin\":\"variable CODEX_RUNNER_VAULT_TOKEN\"")
                .contains("\"json\":{\"value\":\"false\"")
                .doesNotContain(TOKEN);
    }

    @Test
    void config_show_prints_what_resolved_and_then_what_is_wrong() {
        assertThat(run(
                        "config",
                        "show",
                        "--token-source",
                        "vault",
                        "--retries",
                        "99",
                        "--model",
                        "m 1",
                        "--timeout",
                        TOKEN))
                .isEqualTo(2);
        assertThat(out())
                .containsPattern("token-source +vault +\\(--token-source\\)")
                .containsPattern("retries +99 ")
                .doesNotContain(TOKEN);
        assertThat(err())
                .contains("6 problems", "--vault-addr is missing", "--retries is")
                .doesNotContain(TOKEN);
        out.reset();
        assertThat(run("config", "show", "--retries", "99", "--json")).isEqualTo(2);
        assertThat(out()).startsWith("{").contains("\"retries\":{\"value\":\"99\"");
    }

    @Test
    void config_validate_says_what_it_looked_at_and_ends_with_2_where_a_run_would() {
        assertThat(run("config", "validate")).isZero();
        assertThat(out()).contains("syntax and combinations", "codex-runner doctor checks files and services");
        assertThat(run("config", "validate", "--retries", "99")).isEqualTo(2);
    }

    @Test
    void redact_knows_the_variables_that_exec_knows() {
        environment.put("DEPLOY_PASSWORD", "correct horse battery");
        environment.put("CODEX_RUNNER_VAULT_SECRET_ID", "5f9c2f4e-0000-1111-2222-333344445555");
        environment.put("ODDLY_NAMED", "staple staple staple");
        in = "correct horse battery, 5f9c2f4e-0000-1111-2222-333344445555, staple staple staple\n";
        assertThat(run("redact", "--secret-env", "ODDLY_NAMED")).isZero();
        assertThat(out())
                .isEqualTo(
                        "[redacted:DEPLOY_PASSWORD], [redacted:CODEX_RUNNER_VAULT_SECRET_ID], [redacted:ODDLY_NAMED]\n");
    }

    @Test
    void redact_copies_without_the_secret() {
        environment.put("CODEX_ACCESS_TOKEN", TOKEN);
        in = "before " + TOKEN + " after\n";
        assertThat(run("redact")).isZero();
        assertThat(out()).startsWith("before ").endsWith(" after\n").doesNotContain(TOKEN);
        assertThat(run("redact", "--secret-env", "NOT_SET")).isEqualTo(2);
    }

    @Test
    void help_lists_commands_and_exit_codes_and_version_is_one_line() {
        assertThat(run("--help")).isZero();
        assertThat(out()).contains("exec", "replay", "doctor", "redact", "config", "128+n", "Exit codes:");
        out.reset();
        assertThat(run("--version")).isZero();
        assertThat(out()).startsWith("codex-runner ").hasLineCount(1);
    }

    private int run(String... arguments) {
        return new CommandLineApp(
                        recorded,
                        new Surroundings(
                                Map.copyOf(environment),
                                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8),
                                false))
                .run(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static final class Recorded implements UseCases {
        private Optional<ExecRequest> exec = Optional.empty();
        private Optional<ReplayRequest> replay = Optional.empty();
        private Optional<RotationRequest> rotation = Optional.empty();
        private boolean bug;

        @Override
        public int exec(ExecRequest request, Surroundings surroundings) {
            exec = Optional.of(request);
            return 7;
        }

        @Override
        public List<Failure> refused(UnusableConfig config, Failure why, Surroundings surroundings) {
            return List.of();
        }

        @Override
        public int replay(ReplayRequest request, Surroundings surroundings) {
            replay = Optional.of(request);
            return 8;
        }

        @Override
        public int doctor(ResolvedConfig config, Surroundings surroundings) {
            if (bug) {
                throw new IllegalStateException(TOKEN);
            }
            return 0;
        }

        @Override
        public int rotation(RotationRequest request, Surroundings surroundings) {
            rotation = Optional.of(request);
            return 14;
        }
    }
}
