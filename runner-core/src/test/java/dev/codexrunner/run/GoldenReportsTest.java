package dev.codexrunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.GoldenFile;
import dev.codexrunner.Repository;
import dev.codexrunner.outcome.RecordedStreams;
import dev.codexrunner.report.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole report of each recorded stream, as committed; what a change does to reports shows as a diff of them. */
class GoldenReportsTest {

    private static final String FOLDER = "contract/golden/reports/";

    @TempDir
    Path folder;

    static Stream<String> names() {
        return RecordedStreams.names().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void the_reports_of_a_recorded_stream_are_the_committed_ones(String name) throws IOException {
        RunResult result = replayed(name);
        String id = result.report().run().id();
        String page = Files.readString(result.folder().resolve("report.html"));

        GoldenFile.holds(
                FOLDER + name + ".json", ReportJson.write(result.report()).replace(id, "run-id"));
        GoldenFile.holds(FOLDER + name + ".html", GoldenFile.withoutStyleAndScript(page.replace(id, "run-id")));
    }

    @Test
    void no_report_is_left_of_a_stream_that_is_gone() throws IOException {
        try (Stream<Path> files = Files.list(Repository.file(FOLDER))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(RecordedStreams.names().stream()
                            .flatMap(name -> Stream.of(name + ".json", name + ".html"))
                            .toList());
        }
    }

    private RunResult replayed(String name) {
        int exitCode = Integer.parseInt(
                new String(RecordedStreams.bytes(name + ".exit"), java.nio.charset.StandardCharsets.UTF_8).strip());
        return Replays.run(
                Replays.config(folder, Map.<String, List<String>>of()),
                RecordedStreams.FOLDER.resolve(name + ".jsonl"),
                OptionalInt.of(exitCode),
                Optional.of(RecordedStreams.FOLDER.resolve(name + ".stderr")));
    }
}
