package dev.codexrunner.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequiredOutputsTest {

    @TempDir
    Path folder;

    private List<String> missing(String... required) {
        return RequiredOutputs.missing(
                folder, List.of(required).stream().map(Path::of).toList());
    }

    @Test
    void a_file_that_is_there_counts_whoever_made_it_and_whenever() throws IOException {
        Files.writeString(folder.resolve("old.txt"), "x");
        Files.setLastModifiedTime(folder.resolve("old.txt"), java.nio.file.attribute.FileTime.fromMillis(0));

        assertThat(missing("old.txt")).isEmpty();
        assertThat(missing(folder.resolve("old.txt").toString())).isEmpty();
    }

    @Test
    void what_is_missing_empty_or_a_link_to_nothing_is_named_with_its_path() throws IOException {
        Files.createFile(folder.resolve("empty.txt"));
        Files.createDirectory(folder.resolve("empty"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));

        assertThat(missing("out/none.txt", "empty.txt", "empty", "link"))
                .containsExactly(
                        "out/none.txt does not exist.",
                        "empty.txt is empty.",
                        "empty is empty.",
                        "link is a link to nothing.");
    }

    @Test
    void a_folder_with_something_in_it_and_a_link_to_a_file_are_there() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("site"));
        Files.writeString(inner.resolve("index.html"), "x");
        Files.createSymbolicLink(folder.resolve("latest"), inner.resolve("index.html"));

        assertThat(missing("site", "latest")).isEmpty();
    }

    @Test
    void a_path_below_a_file_does_not_exist() throws IOException {
        Files.writeString(folder.resolve("file"), "x");

        assertThat(missing("file/below")).containsExactly("file/below does not exist.");
    }
}
