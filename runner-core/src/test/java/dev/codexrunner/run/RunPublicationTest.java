package dev.codexrunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.report.ReportFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPublicationTest {

    private static final String STREAM = """
            {"type":"thread.started","thread_id":"t"}
            {"type":"turn.started"}
            {"type":"item.completed","item":{"id":"item_0","type":"agent_message","text":"hello"}}
            {"type":"turn.completed","usage":{"input_tokens":1,"cached_input_tokens":0,"output_tokens":1}}
            """;

    @TempDir
    Path temp;

    private RunResult run(Path metrics, Path summary) throws IOException {
        Path events = Files.writeString(temp.resolve("stream.jsonl"), STREAM);
        return Replays.run(
                Replays.config(
                        temp.resolve("report"),
                        Map.of(
                                "metrics-file", List.of(metrics.toString()),
                                "summary-jsonl", List.of(summary.toString()))),
                events,
                OptionalInt.of(0),
                Optional.empty());
    }

    private String report(String name) throws IOException {
        return Files.readString(temp.resolve("report").resolve(name));
    }

    @Test
    void all_that_is_written_says_the_exit_code_where_the_metrics_are_lost() throws IOException {
        Path summary = temp.resolve("runs.jsonl");

        assertThat(run(temp.resolve("no/such/x.prom"), summary).exitCode()).isEqualTo(15);

        assertThat(report("report.json"))
                .contains("\"shared-file-not-written\"")
                .contains("\"exitCode\" : 15");
        assertThat(Files.readAllLines(summary)).singleElement().asString().contains("\"exitCode\":15");
    }

    @Test
    void all_that_is_written_says_the_exit_code_where_the_summary_is_lost() throws IOException {
        Path metrics = temp.resolve("x.prom");

        assertThat(run(metrics, temp.resolve("no/such/runs.jsonl")).exitCode()).isEqualTo(15);

        assertThat(Files.readString(metrics)).containsPattern("(?m)^codex_run_success 0$");
        assertThat(report("report.json")).contains("\"status\" : \"failure\"");
    }

    @Test
    void a_result_that_nobody_got_is_no_success_in_any_file_either() throws IOException {
        Path metrics = temp.resolve("x.prom");
        Path summary = temp.resolve("runs.jsonl");
        RunResult result = run(metrics, summary);

        result.lose(ReportFailure.REPORT_NOT_WRITTEN.with("standard output", "Nobody took it."));

        assertThat(result.exitCode()).isEqualTo(15);
        assertThat(report("report.json"))
                .contains("\"exitCode\" : 15", "standard output")
                .contains("What the agent did was judged a success; the record of it is not whole.");
        assertThat(report("junit.xml")).contains("errors=\"1\"");
        assertThat(Files.readString(metrics)).containsPattern("(?m)^codex_run_success 0$");
    }

    @Test
    void the_last_line_of_a_run_tells_its_exit_code() throws IOException {
        Path summary = temp.resolve("runs.jsonl");
        RunResult result = run(temp.resolve("x.prom"), summary);

        result.lose(ReportFailure.REPORT_NOT_WRITTEN.with("standard output", "Nobody took it."));

        List<String> lines = Files.readAllLines(summary);
        assertThat(lines)
                .hasSize(2)
                .allMatch(line -> line.contains(result.report().run().id()));
        assertThat(lines.get(0)).contains("\"exitCode\":0");
        assertThat(lines.get(1)).contains("\"exitCode\":15");
    }

    @Test
    void a_runner_that_is_halted_after_its_run_ended_tells_that_in_all_files() throws IOException {
        Path metrics = temp.resolve("x.prom");
        RunResult result = run(metrics, temp.resolve("runs.jsonl"));

        result.haltedBy(RunFailure.HALTED_AT_THE_END.with());

        assertThat(result.exitCode()).isEqualTo(11);
        assertThat(report("report.json")).contains("\"kind\" : \"timeout\"");
        assertThat(Files.readString(metrics)).containsPattern("(?m)^codex_run_exit_code 11$");
    }

    @Test
    void each_of_several_losses_is_told() throws IOException {
        run(temp.resolve("no/such/x.prom"), temp.resolve("nor/this/runs.jsonl"));

        assertThat(report("report.json")).contains("no/such/x.prom", "The record is not whole.", "nor/this/runs.jsonl");
    }

    @Test
    void what_cannot_be_written_again_does_not_keep_the_verdict_of_before() throws IOException {
        Path metrics = temp.resolve("m/x.prom");
        Files.createDirectory(metrics.getParent());
        RunResult result = run(metrics, temp.resolve("runs.jsonl"));
        Path report = temp.resolve("report");
        Files.delete(report.resolve("junit.xml"));
        Files.createDirectories(report.resolve("junit.xml/in-the-way"));

        result.lose(ReportFailure.REPORT_NOT_WRITTEN.with("standard output", "Nobody took it."));

        assertThat(report("report.json")).contains("\"exitCode\" : 15", "junit.xml could not be written");
    }

    @Test
    void a_run_that_is_on_record_is_a_success_everywhere() throws IOException {
        Path metrics = temp.resolve("x.prom");

        assertThat(run(metrics, temp.resolve("runs.jsonl")).exitCode()).isZero();

        assertThat(Files.readString(metrics)).containsPattern("(?m)^codex_run_success 1$");
        assertThat(report("report.json")).contains("\"status\" : \"success\"");
    }
}
