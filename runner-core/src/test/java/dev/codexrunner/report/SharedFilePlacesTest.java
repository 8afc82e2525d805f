package dev.codexrunner.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.config.ProgressMode;
import dev.codexrunner.config.ReportConfig;
import dev.codexrunner.failure.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedFilePlacesTest {

    @TempDir
    private Path temp;

    private Path folder;
    private Path read;

    @BeforeEach
    void files() throws IOException {
        folder = Files.createDirectories(temp.resolve("report"));
        read = Files.writeString(temp.resolve("events.jsonl"), "{}\n");
    }

    @Test
    void files_of_their_own_may_be_there_or_not() throws IOException {
        Path there = Files.writeString(temp.resolve("runs.jsonl"), "{}\n");
        assertThatCode(() -> require(temp.resolve("new.prom"), there)).doesNotThrowAnyException();
        assertThatCode(() -> require(temp.resolve("report.prom"), temp.resolve("no/such/folder.jsonl")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_file_in_the_report_folder_is_refused_by_its_name_and_by_its_links() throws IOException {
        Path link = Files.createSymbolicLink(temp.resolve("link"), folder);
        for (Path taken :
                List.of(folder.resolve("report.json"), folder.resolve("x/new.prom"), link.resolve("exit.json"))) {
            assertRefused(taken, temp.resolve("runs.jsonl"), "report folder");
            assertRefused(temp.resolve("codex.prom"), taken, "report folder");
        }
    }

    @Test
    void one_file_for_both_is_refused_whatever_its_names() throws IOException {
        Path file = Files.writeString(temp.resolve("both"), "");
        Path link = Files.createSymbolicLink(temp.resolve("link"), file);
        Path hard = Files.createLink(temp.resolve("hard"), file);
        for (Path other : List.of(file, temp.resolve("report/../both"), link, hard)) {
            assertRefused(file, other, "for two of them");
        }
        assertRefused(temp.resolve("missing"), temp.resolve("./missing"), "for two of them");
    }

    @Test
    void what_the_run_reads_is_refused() throws IOException {
        Path link = Files.createSymbolicLink(temp.resolve("link"), read);
        assertRefused(read, temp.resolve("runs.jsonl"), "reads it");
        assertRefused(temp.resolve("codex.prom"), link, "reads it");
    }

    @Test
    void a_pipe_a_device_and_a_folder_are_refused() throws Exception {
        Path pipe = temp.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Path toPipe = Files.createSymbolicLink(temp.resolve("to-pipe"), pipe);
        for (Path odd : List.of(pipe, toPipe, Path.of("/dev/null"), Files.createDirectories(temp.resolve("folder")))) {
            assertRefused(odd, temp.resolve("runs.jsonl"), "no regular file");
            assertRefused(temp.resolve("codex.prom"), odd, "no regular file");
        }
    }

    private void require(Path metrics, Path summary) {
        SharedFilePlaces.require(
                new ReportConfig(
                        Optional.empty(),
                        ProgressMode.NONE,
                        false,
                        Optional.empty(),
                        Optional.of(metrics),
                        Optional.of(summary)),
                Optional.of(folder),
                List.of(read));
    }

    private void assertRefused(Path metrics, Path summary, String why) {
        assertThatThrownBy(() -> require(metrics, summary))
                .hasMessageContaining(why)
                .asInstanceOf(InstanceOfAssertFactories.type(FailureException.class))
                .satisfies(refused -> assertThat(refused.failure().exitCode()).isEqualTo(2));
    }
}
