package dev.codexrunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.changes.ChangeType;
import dev.codexrunner.changes.ChangedPath;
import dev.codexrunner.changes.TreeChanges;
import dev.codexrunner.events.ChangeKind;
import dev.codexrunner.events.ItemStatus;
import dev.codexrunner.outcome.Occurrence;
import dev.codexrunner.outcome.Transcript.ChangedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodexAccountTest {

    private static final Path WORK = Path.of("/w");

    @Test
    void an_account_that_is_the_truth_is_no_news() {
        assertThat(differences(List.of("/w/src/a", "b"), "src/a", "b")).isEmpty();
        assertThat(differences(List.of())).isEmpty();
    }

    @Test
    void a_folder_that_is_named_through_a_link_is_the_same_folder(@TempDir Path folder) throws IOException {
        Path work = folder.toRealPath().resolve("work");
        Files.createDirectories(work.resolve("src"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), work);
        Files.createSymbolicLink(work.resolve("points"), Files.writeString(work.resolve("target"), ""));

        assertThat(differences(
                        work,
                        List.of(link + "/NOTICE", link + "/src/gone/a", link + "/points"),
                        "NOTICE",
                        "src/gone/a",
                        "points"))
                .isEmpty();
    }

    @Test
    void what_commands_changed_is_named_up_to_three() {
        assertThat(differences(List.of("a"), "a", "b", "c", "d", "e"))
                .singleElement()
                .asString()
                .contains("b, c, d and 1 more");
    }

    @Test
    void a_patch_that_is_not_to_be_found_is_named() {
        assertThat(differences(List.of("/elsewhere/x")))
                .singleElement()
                .asString()
                .contains("/elsewhere/x");
    }

    @Test
    void a_list_that_is_cut_accuses_nobody() {
        assertThat(CodexAccount.differences(List.of(), new TreeChanges(2, 0, changes("a")), WORK))
                .isEmpty();
    }

    private static List<String> differences(List<String> told, String... found) {
        return differences(WORK, told, found);
    }

    private static List<String> differences(Path work, List<String> told, String... found) {
        List<ChangedFile> patched = told.stream()
                .map(path -> new ChangedFile(
                        path,
                        ChangeKind.UPDATE,
                        ItemStatus.COMPLETED,
                        new Occurrence(1, OptionalLong.empty(), OptionalLong.empty())))
                .toList();
        return CodexAccount.differences(patched, new TreeChanges(found.length, 0, changes(found)), work);
    }

    private static List<ChangedPath> changes(String... paths) {
        return Stream.of(paths)
                .map(path -> new ChangedPath(path, ChangeType.MODIFIED, false))
                .toList();
    }
}
