package dev.codexrunner.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.config.ProgressMode;
import dev.codexrunner.config.ReportConfig;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.secret.Redactor;
import dev.codexrunner.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedFilesTest {

    @TempDir
    Path folder;

    private final Redactor redactor = new Redactor();

    private static ReportConfig config(Path metrics, Path summary) {
        return new ReportConfig(
                Optional.empty(),
                ProgressMode.NONE,
                false,
                Optional.empty(),
                Optional.of(metrics),
                Optional.of(summary));
    }

    private List<Failure> written(ReportConfig config) {
        SharedFiles shared = new SharedFiles(redactor);
        return Stream.of(
                        shared.writeMetrics(SampleReports.saying("x"), config),
                        shared.appendSummary(SampleReports.saying("x"), config))
                .flatMap(Optional::stream)
                .toList();
    }

    @Test
    void metrics_are_written_anew_for_everybody_and_summaries_add_up() throws IOException {
        Path metrics = folder.resolve("codex.prom");
        Path summary = folder.resolve("runs.jsonl");
        for (int i = 0; i < 3; i++) {
            assertThat(written(config(metrics, summary))).isEmpty();
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(metrics)))
                .isEqualTo("rw-r--r--");
        assertThat(Files.readString(metrics)).containsOnlyOnce("codex_run_success{");
        assertThat(Files.readAllLines(summary)).hasSize(3).allMatch(line -> line.startsWith("{\"schemaVersion\":1,"));
    }

    @Test
    void one_that_cannot_be_written_is_told_and_the_other_is() {
        Path summary = folder.resolve("runs.jsonl");

        assertThat(written(config(folder.resolve("no/such/codex.prom"), summary)))
                .singleElement()
                .satisfies(failure -> {
                    assertThat(failure.exitCode()).isEqualTo(15);
                    assertThat(failure.reason()).contains("codex.prom", "no such file or directory");
                });
        assertThat(summary).exists();
    }

    @Test
    void a_link_as_the_summarys_file_is_named_as_the_reason() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.jsonl"), folder.resolve("elsewhere.jsonl"));

        assertThat(written(config(folder.resolve("codex.prom"), link)))
                .singleElement()
                .satisfies(failure -> {
                    assertThat(failure.reason()).contains("it is a link");
                    assertThat(failure.fix()).contains("Give a regular file, no link");
                });
    }

    @Test
    void no_secret_gets_into_them() throws IOException {
        redactor.learn(Secret.of("pass", "nightly-review"));
        Path metrics = folder.resolve("codex.prom");
        Path summary = folder.resolve("runs.jsonl");

        assertThat(written(config(metrics, summary))).isEmpty();

        assertThat(Files.readString(metrics))
                .contains("run=\"[redacted:pass]\"")
                .doesNotContain("nightly-review");
        assertThat(Files.readString(summary)).contains("[redacted:pass]").doesNotContain("nightly-review");
    }

    @Test
    void a_file_that_the_agent_could_change_is_refused_by_its_name_and_by_its_links() throws IOException {
        Path work = Files.createDirectories(folder.resolve("work"));
        Path link = Files.createSymbolicLink(folder.resolve("elsewhere"), work);
        Path safe = folder.resolve("runs.jsonl");
        for (Path reachable : List.of(work.resolve("a.prom"), link.resolve("a.prom"))) {
            assertThatThrownBy(() -> SharedFiles.refuseInReach(config(reachable, safe), List.of(work)))
                    .hasMessageContaining("a.prom");
            assertThatThrownBy(() -> SharedFiles.refuseInReach(config(safe, reachable), List.of(work)))
                    .hasMessageContaining("a.prom");
        }
        assertThatCode(() -> SharedFiles.refuseInReach(config(safe, safe), List.of(work)))
                .doesNotThrowAnyException();
    }
}
