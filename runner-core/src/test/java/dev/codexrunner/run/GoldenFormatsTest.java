package dev.codexrunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.GoldenFile;
import dev.codexrunner.Repository;
import dev.codexrunner.outcome.RecordedStreams;
import dev.codexrunner.report.ReportFormat;
import dev.codexrunner.report.ReportFormats;
import dev.codexrunner.report.RunReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each recorded stream in each format that people and machines read, as committed; a change of one shows as a diff. */
class GoldenFormatsTest {

    private static final String FOLDER = "contract/golden/formats/";

    /** GoldenReportsTest compares these. */
    private static final Set<String> ELSEWHERE = Set.of("report.json", "report.html");

    @TempDir
    Path folder;

    static Stream<String> names() {
        return RecordedStreams.names().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void the_files_of_a_recorded_stream_are_the_committed_ones(String name) throws IOException {
        RunReport report = report(name);
        Path kept = Files.createDirectories(Path.of("target/report-formats").resolve(name));
        for (ReportFormat format : ReportFormats.all()) {
            String golden = FOLDER + name + "/" + format.fileName();
            if (!ELSEWHERE.contains(format.fileName()) && format.appliesTo(report)) {
                String text = format.render(report).replace(report.run().id(), "run-id");
                Files.writeString(kept.resolve(format.fileName()), text);
                GoldenFile.holds(golden, text);
            } else {
                assertThat(Repository.file(golden)).doesNotExist();
            }
        }
    }

    @Test
    void nothing_is_left_of_a_stream_that_is_gone() throws IOException {
        try (Stream<Path> folders = Files.list(Repository.file(FOLDER))) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(RecordedStreams.names());
        }
    }

    private RunReport report(String name) {
        int exitCode =
                Integer.parseInt(new String(RecordedStreams.bytes(name + ".exit"), StandardCharsets.UTF_8).strip());
        return Replays.run(
                        Replays.config(folder, Map.<String, List<String>>of()),
                        RecordedStreams.FOLDER.resolve(name + ".jsonl"),
                        OptionalInt.of(exitCode),
                        Optional.of(RecordedStreams.FOLDER.resolve(name + ".stderr")))
                .report();
    }
}
