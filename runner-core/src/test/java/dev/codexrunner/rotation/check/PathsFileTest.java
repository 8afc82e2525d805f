package dev.codexrunner.rotation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.rotation.RotationPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathsFileTest {

    @TempDir
    Path folder;

    @Test
    void one_path_on_a_line_comments_and_blank_lines_between() throws IOException {
        assertThat(PathsFile.read(file("# ours\n\n secret/ci/codex \nsecret/ci/other#token\r\n")))
                .containsExactly(
                        new RotationPaths("secret/ci/codex", "access_token"),
                        new RotationPaths("secret/ci/other", "token"));
    }

    @Test
    void every_wrong_line_is_named() throws IOException {
        Path file = file("secret/ci/codex\nnope\nsecret/ci/codex#access_token\nsecret/../x\n");
        assertThatThrownBy(() -> PathsFile.read(file))
                .hasMessageContainingAll("Line 2 is \"nope\"", "Line 3 names", "again", "Line 4");
    }

    @Test
    void the_places_of_candidates_and_journals_are_no_live_paths() throws IOException {
        Path file = file("secret/ci/codex\nsecret/ci/codex/pending\nsecret/ci/codex/rotation#token\n");
        assertThatThrownBy(() -> PathsFile.read(file))
                .hasMessageContainingAll(
                        "Line 2: secret/ci/codex/pending#access_token",
                        "ends in /pending",
                        "Line 3: secret/ci/codex/rotation#token",
                        "ends in /rotation");
    }

    @Test
    void a_file_without_a_path_looks_at_nothing_and_is_refused() throws IOException {
        Path file = file("# all gone\n");
        assertThatThrownBy(() -> PathsFile.read(file)).hasMessageContaining("names no path");
    }

    @Test
    void a_missing_file_is_named() {
        assertThatThrownBy(() -> PathsFile.read(folder.resolve("none.txt")))
                .hasMessageContainingAll("none.txt", "no such file");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("paths.txt"), text);
    }
}
