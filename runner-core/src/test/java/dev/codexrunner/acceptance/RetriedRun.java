package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The attempts of a run, as its report tells them. */
record RetriedRun(JsonNode report) {

    static RetriedRun of(FinishedRun run) {
        return new RetriedRun(run.report());
    }

    /** The report that replay makes of the same record, the runner's exit code included. */
    static RetriedRun replayed(RunnerProcess runner, FinishedRun run) throws IOException, InterruptedException {
        FinishedRun replayed = runner.replay(runner.folder().resolve("replayed"));
        assertThat(replayed.exitCode()).as(replayed.stderr()).isEqualTo(run.exitCode());
        return of(replayed);
    }

    /** Fails where one part of the report differs. */
    void saysTheSameAs(FinishedRun run) {
        for (String part : List.of("verdict", "codex", "usage", "threadUsage", "finalMessage", "items", "counts")) {
            assertThat(report.path(part)).as(part).isEqualTo(run.report().path(part));
        }
    }

    List<String> threads() {
        return report.at("/codex/attempts")
                .valueStream()
                .map(attempt -> attempt.path("threadId").asString(""))
                .toList();
    }

    /** One phrase for each: how it began, how it ended, what it used. */
    @Override
    public String toString() {
        return report.at("/codex/attempts")
                .valueStream()
                .map(attempt -> "%d %s %s used %d+%d"
                        .formatted(
                                attempt.path("number").asInt(),
                                attempt.path("resumed").asBoolean() ? "resumed" : "began",
                                attempt.path("kind").asString(""),
                                attempt.at("/usage/inputTokens").asInt(-1),
                                attempt.at("/usage/outputTokens").asInt(-1)))
                .collect(Collectors.joining("; "));
    }

    /** Waits until codex has written down what that many calls used, which it does beside everything else. */
    static void awaitUsageOnDisk(RunnerProcess.Running running, Path homes, int calls) throws IOException {
        FakedRun.await(running, () -> usageRecords(homes) >= calls);
    }

    private static long usageRecords(Path homes) throws IOException {
        try (Stream<Path> files = Files.walk(homes)) {
            long records = 0;
            for (Path file : files.filter(path -> path.toString().endsWith(".jsonl")
                            && path.toString().contains("/sessions/"))
                    .toList()) {
                records += Files.readString(file).split("\"token_usage_record\"", -1).length - 1;
            }
            return records;
        } catch (UncheckedIOException | NoSuchFileException changing) {
            return 0;
        }
    }

    /** Deletes what codex keeps of its threads. */
    static void deleteSessions(Path homes) throws IOException {
        try (Stream<Path> files = Files.walk(homes)) {
            List<Path> sessions = files.filter(path -> path.toString().contains("/sessions"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            assertThat(sessions).as("codex's record of its thread").hasSizeGreaterThan(1);
            for (Path path : sessions) {
                Files.delete(path);
            }
        }
    }
}
