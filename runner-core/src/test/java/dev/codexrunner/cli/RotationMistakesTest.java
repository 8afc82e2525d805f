package dev.codexrunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.config.VaultPath;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RotationMistakesTest {

    private static final String TOKEN = "at-ZmFrZWZha2VmYWtlZmFrZWZha2VmYWtl";

    private final Console console = new Console();

    @ParameterizedTest
    @ValueSource(strings = {"rotation stage", "rotation verify", "rotation"})
    void a_token_as_an_argument_is_leaked_and_not_repeated(String command) {
        Console.Run run = console.run((command + " " + TOKEN).split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("treat it as leaked: revoke it", "pipe that in", "token-as-argument")
                .doesNotContain(TOKEN.substring(3), "Quote it");
    }

    @Test
    void a_token_as_an_options_value_is_to_be_revoked_and_piped() {
        Console.Run run = console.run("rotation", "stage", "--token", TOKEN);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("to be revoked: piped into rotation stage")
                .doesNotContain("--token-source", TOKEN);
    }

    @Test
    void an_argument_too_many_is_no_talk_of_prompts() {
        assertThat(console.run("rotation", "promote", "now").err())
                .contains("takes options only")
                .doesNotContain("Quote it");
    }

    @Test
    void an_option_of_another_step_is_led_there() {
        assertThat(console.run("rotation", "promote", "--replace").err())
                .contains("--replace belongs to codex-runner rotation stage.")
                .doesNotContain("prompt");
        assertThat(console.run("rotation", "promote", "--nonsense-of-mine").err())
                .doesNotContain("prompt");
    }

    @Test
    void nothing_on_standard_input_is_a_mistake_in_the_use_of_stage() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(err, true, StandardCharsets.UTF_8);
        int exitCode = new CommandLineApp(
                        new WiredUseCases(),
                        new Surroundings(Map.of(), InputStream.nullInputStream(), printed, printed, false))
                .run(("rotation stage --vault-addr http://127.0.0.1:1 --vault-auth token --vault-token-file /dev/null"
                                + " --vault-path secret/ci/codex --owner me --token-name it")
                        .split(" "));
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("staged-token-empty", "codex-runner rotation stage")
                .doesNotContain("exec");
        assertThat(exitCode).isEqualTo(2);
    }

    @Test
    void what_is_missing_is_told_in_words_of_a_rotation() {
        assertThat(console.run("rotation", "stage").err())
                .contains("--vault-addr is missing", "repeat the command")
                .doesNotContain("config validate", "The token comes from Vault");
    }

    @Test
    void the_help_has_an_example_and_exit_codes_and_means_this_command() {
        for (RotationAction action : RotationAction.values()) {
            assertThat(console.run("rotation", action.toString(), "--help").out())
                    .contains("Example", "codex-runner rotation " + action + " --vault-path", "Exit codes:", "   14  ");
        }
        assertThat(console.run("rotation", "--help").out()).contains("Exit codes:", "rotation stage");
        assertThat(console.run("rotation", "stage", "--help").out())
                .contains("private file with the new token")
                .doesNotContain("--token-source");
        assertThat(console.run("rotation", "verify", "--help").out())
                .contains("tiny run of codex that proves the token")
                .doesNotContain("all attempts together");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret/ci/codex#access_token # main",
                "secret/ci/codex # main",
                "secret/ci/codex#access_token #main",
                "secret/ci/codex# main",
                "secret/ci/codex#access token",
                "secret/ci#codex#access_token"
            })
    void a_comment_behind_a_path_is_no_part_of_it(String text) {
        assertThat(VaultPath.parse(text)).isEmpty();
    }
}
