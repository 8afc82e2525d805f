package dev.codexrunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.GoldenFile;
import dev.codexrunner.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Full records in every format that is registered, as committed: a new format is covered by being one. */
class GoldenRecordsTest {

    private static final String FOLDER = "contract/golden/records/";
    private static final Map<String, RunReport> RECORDS = GoldenRecords.all();

    @TestFactory
    Stream<DynamicTest> the_files_of_a_full_record_are_the_committed_ones() {
        return RECORDS.entrySet().stream()
                .flatMap(named -> ReportFormats.all().stream()
                        .map(format -> DynamicTest.dynamicTest(
                                named.getKey() + "/" + format.fileName(),
                                () -> isTheCommittedOne(named.getKey(), format, named.getValue()))));
    }

    private static void isTheCommittedOne(String name, ReportFormat format, RunReport report) throws IOException {
        String golden = FOLDER + name + "/" + format.fileName();
        if (!format.appliesTo(report)) {
            assertThat(Repository.file(golden)).doesNotExist();
            return;
        }
        String text = format.render(report);
        Path kept = Files.createDirectories(Path.of("target/report-formats/record-" + name));
        Files.writeString(kept.resolve(format.fileName()), text);
        GoldenFile.holds(golden, GoldenFile.withoutStyleAndScript(text));
    }

    @Test
    void nothing_is_left_of_a_record_that_is_gone() throws IOException {
        try (Stream<Path> folders = Files.list(Repository.file(FOLDER))) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(RECORDS.keySet());
        }
    }

    /** What no record has, no golden file guards. */
    @Test
    void every_part_of_a_report_is_filled_in_some_record() {
        assertThat(RECORDS.values())
                .anySatisfy(report -> assertThat(report.codex().attempts()).hasSizeGreaterThan(2))
                .anySatisfy(
                        report -> assertThat(report.credential().expiresAt()).isPresent())
                .anySatisfy(report ->
                        assertThat(report.changes().orElseThrow().diffs()).isPresent())
                .anySatisfy(report -> assertThat(report.counts().dropped()).isPositive())
                .anySatisfy(report -> assertThat(report.counts().declined()).isPositive());
        for (RunReport.CheckStatus status : RunReport.CheckStatus.values()) {
            assertThat(RECORDS.values())
                    .anySatisfy(report -> assertThat(report.checks())
                            .anySatisfy(check -> assertThat(check.status()).isEqualTo(status)));
        }
    }
}
