package dev.codexrunner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A scheduled job that is refused before it has a report: its figures must not go on telling of the success before. */
class RefusedRunTest {

    @TempDir
    Path folder;

    private final Console console = new Console();
    private Path metrics = Path.of("");
    private Path summary = Path.of("");

    @BeforeEach
    void anEarlierSuccess() throws IOException {
        metrics = Files.writeString(folder.resolve("codex.prom"), "codex_run_success 1\n");
        summary = Files.writeString(folder.resolve("runs.jsonl"), "{\"exitCode\":0}\n");
        Files.createDirectory(folder.resolve("work"));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("a value that is none", new String[] {"--timeout", "soon"}, "invalid-value"),
                arguments("an unknown option", new String[] {"--no-such-option"}, "unknown-option"),
                arguments("an argument too many", new String[] {"two", "prompts"}, "unexpected-argument"),
                arguments("a secret as an argument", new String[] {"--vault-token=x"}, "secret-as-argument"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    @Fault(
            area = Area.INPUT,
            made = "a mistake in the options of a scheduled run with --metrics-file and --summary-jsonl",
            promised = "exit 2, and both files say so: the success of the run before stands there no longer")
    void a_mistake_reaches_the_monitoring(String what, String[] mistake, String code, Seen seen) throws IOException {
        Console.Run run = exec(mistake);

        assertThat(run.exitCode()).as(what + run.err()).isEqualTo(2);
        assertThat(run.err()).contains(code);
        assertThat(Files.readString(metrics))
                .containsPattern("(?m)^codex_run_success\\{run=\"nightly\"} 0$")
                .containsPattern("(?m)^codex_run_exit_code\\{run=\"nightly\"} 2$")
                .containsPattern("code=\"" + code);
        List<String> lines = Files.readAllLines(summary);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).contains("\"status\":\"failure\"", "\"exitCode\":2", "\"name\":\"nightly\"");
        seen.exit(2).that("metrics and summary say " + code);
    }

    private Console.Run exec(String... more) {
        return console.run(Stream.concat(
                        Stream.of(
                                "exec",
                                "do it",
                                "--cd",
                                folder.resolve("work").toString(),
                                "--run-name",
                                "nightly",
                                "--metrics-file",
                                metrics.toString(),
                                "--summary-jsonl",
                                summary.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void files_within_reach_of_the_agent_are_left_alone() throws IOException {
        metrics = folder.resolve("work/codex.prom");

        Console.Run run = exec("--timeout", "soon");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("[invalid-value", "[report-file-in-reach");
        assertThat(metrics).doesNotExist();
    }

    @Test
    void where_nobody_knows_the_sandbox_the_temporary_folder_is_taken_for_within_reach() throws IOException {
        console.environment().put("TMPDIR", folder.toString());

        assertThat(exec("--sandbox", "none").err()).contains("[invalid-value", "[report-file-in-reach");
        assertThat(metrics).hasContent("codex_run_success 1");
    }

    @Test
    void what_cannot_be_written_is_told_and_the_refusal_stands() {
        metrics = folder.resolve("no/such/codex.prom");

        Console.Run run = exec("--timeout", "soon");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("[invalid-value", "[shared-file-not-written");
    }

    @Test
    void help_is_no_refusal() throws IOException {
        assertThat(exec("--help").exitCode()).isZero();

        assertThat(metrics).hasContent("codex_run_success 1");
    }
}
