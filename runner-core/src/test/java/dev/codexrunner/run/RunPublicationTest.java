package dev.codexrunner.run;

import static org.assertj.core.api.Assertions.assertThat;

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
    void a_run_that_is_on_record_is_a_success_everywhere() throws IOException {
        Path metrics = temp.resolve("x.prom");

        assertThat(run(metrics, temp.resolve("runs.jsonl")).exitCode()).isZero();

        assertThat(Files.readString(metrics)).containsPattern("(?m)^codex_run_success 1$");
        assertThat(report("report.json")).contains("\"status\" : \"success\"");
    }
}
