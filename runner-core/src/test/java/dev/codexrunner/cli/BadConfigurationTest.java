package dev.codexrunner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Configuration files, variables and options that are broken, through the real command line. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BadConfigurationTest {

    private static final String SECRET = "hvs." + "CAESIJ".repeat(8);

    @TempDir
    Path folder;

    private final Console console = new Console();

    static Stream<Arguments> files() {
        return Stream.of(
                arguments("an open bracket", "file-malformed", "timeout: ["),
                arguments("aliases that multiply", "file-malformed", "a: &a [x, x]\nb: [*a, *a]\nc: [*b, *b]\n"),
                arguments("tabs", "file-malformed", "fail-on:\n\t- declined\n"),
                arguments("a key twice", "repeated-value", "timeout: 1m\ntimeout: 2m\n"),
                arguments("an unknown key", "unknown-setting", "timout: 1m\n"),
                arguments("a secret", "secret-in-file", "vault-token: " + SECRET + "\n"),
                arguments("a word for a number", "invalid-value", "retries: many\n"),
                arguments("a negative number", "invalid-value", "retries: -1\n"),
                arguments("a number beyond 64 bits", "invalid-value", "max-tokens: 99999999999999999999\n"),
                arguments("digits of another script", "invalid-value", "retries: \u0662\n"),
                arguments("a duration without a unit", "invalid-value", "timeout: 10\n"),
                arguments("a negative duration", "invalid-value", "timeout: -5m\n"),
                arguments("a duration beyond all bounds", "invalid-value", "timeout: 99999999999999999999h\n"),
                arguments("no value", "empty-value", "model:\n"),
                arguments("a list for one value", "file-not-flat", "model: [a, b]\n"),
                arguments("nested keys", "file-not-flat", "vault:\n  addr: https://localhost\n"),
                arguments("a list at its top", "file-malformed", "- timeout\n"),
                arguments("a second document", "file-malformed", "retries: 1\n---\nretries: 2\n"),
                arguments("brackets 60,000 deep", "file-malformed", "model: " + "[".repeat(60_000)),
                arguments("maps 60,000 deep", "file-malformed", "{a: ".repeat(15_000)),
                arguments("a NUL", "file-malformed", "model: a\u0000b\n"),
                arguments("70 KiB", "file-too-large", "# " + "x".repeat(70_000)),
                arguments("a tag of a class", "file-not-flat", "retries: !!javax.script.ScriptEngineManager [x]\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    @Fault(area = Area.INPUT, made = "--config names a file with that content", promised = "exit 2, no secret repeated")
    void a_configuration_file(String what, String code, String content, Seen seen) throws IOException {
        Path file = Files.writeString(folder.resolve("codex-runner.yaml"), content);

        refused(console.run("config", "validate", "--config", file.toString()), 2, code, seen);
    }

    @Test
    @Fault(area = Area.INPUT, made = "--config names a file in UTF-16", promised = "exit 2")
    void a_configuration_file_in_another_encoding(Seen seen) throws IOException {
        Path file = Files.write(folder.resolve("c.yaml"), "retries: 1\n".getBytes(StandardCharsets.UTF_16));

        refused(console.run("config", "validate", "--config", file.toString()), 2, "file-malformed", seen);
    }

    @Test
    @Fault(area = Area.INPUT, made = "--config names a missing file called a:99999999999:1", promised = "exit 2")
    void a_file_name_that_reads_like_a_place(Seen seen) {
        refused(console.run("config", "validate", "--config", "a:99999999999:1"), 2, "file-unreadable", seen);
    }

    static Stream<Arguments> variables() {
        return Stream.of(
                arguments("CODEX_RUNNER_RETRIES", "many", "invalid-value"),
                arguments("CODEX_RUNNER_TIMEOUT", "", "empty-value"),
                arguments("CODEX_RUNNER_TIMEOUT", "1 hour", "invalid-value"),
                arguments("CODEX_RUNNER_SANDBOX", "read_only", "invalid-value"),
                arguments("CODEX_RUNNER_JSON", "yes", "invalid-value"),
                arguments("CODEX_RUNNER_TIMOUT", "5m", "unknown-setting"),
                arguments("CODEX_RUNNER_MODEL", "a\nb", "invalid-value"),
                arguments("CODEX_RUNNER_CODEX_SHA256", "abc", "invalid-value"),
                arguments("CODEX_RUNNER_VAULT_ADDR", "vault.example.com", "invalid-value"),
                arguments("VAULT_SKIP_VERIFY", "true", "vault-skip-verify"));
    }

    @ParameterizedTest(name = "{0}={1}")
    @MethodSource("variables")
    @Fault(area = Area.INPUT, made = "a broken environment variable", promised = "exit 2")
    void an_environment_variable(String name, String value, String code, Seen seen) {
        console.environment().putAll(Map.of(name, value, "VAULT_ADDR", "https://vault.example.com"));
        if (name.equals("CODEX_RUNNER_VAULT_ADDR")) {
            console.environment().remove("VAULT_ADDR");
        }

        refused(console.run("config", "validate", "--vault-path", "a/b#c"), 2, code, seen);
    }

    static Stream<Arguments> options() {
        return Stream.of(
                arguments("invalid-value", "--timeout 0s"),
                arguments("invalid-value", "--retries 2147483648"),
                arguments("invalid-value", "--retries 0x10"),
                arguments("invalid-value", "--retries +1"),
                arguments("invalid-value", "--codex-config novalue"),
                arguments("invalid-value", "--codex-config =x"),
                arguments("invalid-value", "--pass-env A-B"),
                arguments("invalid-value", "--pass-env A=B"),
                arguments("invalid-value", "--fail-on everything"),
                arguments("invalid-value", "--sandbox none"),
                arguments("needs-codex-home", "--resume 01a1fbbe-60d1-7863-b0b6-6d2545ddd903"),
                arguments("repeated-value", "--model a --model b"),
                arguments("unknown-option", "--timout 5m"),
                arguments("no-arguments-taken", "@/etc/passwd"),
                arguments("value-missing", "--model"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("options")
    @Fault(area = Area.INPUT, made = "a broken option", promised = "exit 2")
    void an_option(String code, String words, Seen seen) {
        refused(console.run(("config validate " + words).split(" ")), 2, code, seen);
    }

    static Stream<Arguments> exitCodes() {
        return Stream.of("256", "-1", "\u0663", "1e2", "zero", "99999999999").map(Arguments::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exitCodes")
    @Fault(area = Area.INPUT, made = "replay --codex-exit-code with no exit code", promised = "exit 2")
    void an_exit_code_for_replay(String text, Seen seen) throws IOException {
        Path events = Files.writeString(folder.resolve("events.jsonl"), "");

        refused(console.run("replay", events.toString(), "--codex-exit-code=" + text), 2, "wrong-argument", seen);
    }

    private static void refused(Console.Run run, int exitCode, String code, Seen seen) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        assertThat(run.err())
                .contains("why:", "fix:", "[" + code)
                .doesNotContain(SECRET)
                .doesNotContain("Exception");
        assertThat(run.out()).isEmpty();
        seen.exit(run.exitCode()).that(code);
    }
}
