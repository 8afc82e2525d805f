package dev.codexrunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Many runs write the same files at the same time, while somebody reads them. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SharedFiguresTest {

    private static final int RUNS = 40;

    @TempDir
    Path folder;

    @Test
    @Fault(
            area = Area.DISK,
            made =
                    "40 runs, eight at a time, write one metrics file and one summary file, which somebody reads meanwhile",
            promised = "no torn line, and never half a metrics file")
    void many_runs_share_their_figures(Seen seen) throws Exception {
        Path events = Files.writeString(folder.resolve("stream.jsonl"), """
                {"type":"thread.started","thread_id":"t"}
                {"type":"turn.started"}
                {"type":"turn.completed","usage":{"input_tokens":1,"cached_input_tokens":0,"output_tokens":1}}
                """);
        Path metrics = folder.resolve("codex.prom");
        Path summary = folder.resolve("runs.jsonl");
        List<Callable<Integer>> runs = IntStream.range(0, RUNS)
                .<Callable<Integer>>mapToObj(number -> () -> Replays.run(
                                Replays.config(
                                        folder.resolve("report" + number),
                                        Map.of(
                                                "metrics-file", List.of(metrics.toString()),
                                                "summary-jsonl", List.of(summary.toString()))),
                                events,
                                OptionalInt.of(0),
                                Optional.empty())
                        .exitCode())
                .toList();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(9);
        try {
            Future<Integer> reader = pool.submit(() -> readAllTheTime(metrics, done));
            for (Future<Integer> run : pool.invokeAll(runs)) {
                assertThat(run.get()).isZero();
            }
            done.set(true);
            assertThat(reader.get()).isPositive();
        } finally {
            pool.shutdownNow();
        }

        assertThat(Files.readAllLines(summary))
                .hasSize(RUNS)
                .allSatisfy(line -> assertThat(JsonMapper.shared()
                                .readTree(line)
                                .path("exitCode")
                                .asInt(-1))
                        .isZero());
        seen.that("40 whole lines, every read metrics file whole");
    }

    /** How often the file was there and whole; fails where it was not whole. */
    private static int readAllTheTime(Path metrics, AtomicBoolean done) throws IOException {
        int read = 0;
        while (!done.get()) {
            if (Files.exists(metrics)) {
                assertThat(Files.readString(metrics))
                        .startsWith("# HELP codex_run_info")
                        .contains("codex_run_success 1\n", "codex_run_warnings 1\n")
                        .endsWith("\n");
                read++;
            }
        }
        return read;
    }
}
