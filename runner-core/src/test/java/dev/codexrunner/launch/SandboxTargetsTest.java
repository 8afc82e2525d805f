package dev.codexrunner.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTargetsTest {

    private final Path workspace;
    private final Path temporary;

    SandboxTargetsTest(@TempDir Path folder) throws IOException {
        workspace = Files.createDirectory(folder.resolve("workspace"));
        temporary = Files.createDirectory(folder.resolve("tmp"));
    }

    private Path noted(String name, String word) throws IOException {
        Path target = Files.createDirectories(workspace.resolve(name));
        Path entry = temporary.resolve(SandboxTargets.REGISTER + "1000").resolve(SandboxTargets.hash(target));
        Files.writeString(Files.createDirectories(entry).resolve("4711"), word + "\n");
        return target;
    }

    @Test
    void the_hash_is_codex_own() {
        // As codex 0.169.0 named its entry for this path.
        assertThat(SandboxTargets.hash(Path.of("/tmp/.git"))).isEqualTo("9dddf21f25fb79fe");
    }

    @Test
    void an_empty_folder_that_codex_made_goes() throws IOException {
        SandboxTargets targets = SandboxTargets.missingIn(List.of(workspace), List.of(workspace));
        Path made = noted(".codex", "synthetic");
        targets.remove(temporary);

        assertThat(made).doesNotExist();
    }

    @Test
    void one_that_was_there_before_stays() throws IOException {
        Path users = Files.createDirectory(workspace.resolve(".codex"));
        SandboxTargets targets = SandboxTargets.missingIn(List.of(workspace), List.of(workspace));
        Path made = noted(".codex", "synthetic");
        targets.remove(temporary);

        assertThat(users).isEqualTo(made).isEmptyDirectory();
    }

    @Test
    void in_a_shared_folder_one_that_codex_found_there_stays() throws IOException {
        SandboxTargets targets = SandboxTargets.missingIn(List.of(workspace), List.of(workspace));
        Path found = noted(".aws", "existing");
        targets.remove(temporary);

        assertThat(found).isEmptyDirectory();
    }

    @Test
    void in_a_shared_folder_one_that_codex_says_nothing_of_stays() throws IOException {
        SandboxTargets targets = SandboxTargets.missingIn(List.of(workspace), List.of(workspace));
        Path other = Files.createDirectory(workspace.resolve(".agents"));
        targets.remove(temporary);

        assertThat(other).isEmptyDirectory();
    }

    @Test
    void in_a_folder_of_the_work_one_that_codex_has_struck_out_of_its_register_goes_too() throws IOException {
        SandboxTargets targets = SandboxTargets.missingIn(List.of(workspace), List.of());
        Path found = noted(".aws", "existing");
        Path struckOut = Files.createDirectory(workspace.resolve(".agents"));
        targets.remove(temporary);

        assertThat(found).doesNotExist();
        assertThat(struckOut).doesNotExist();
    }

    @Test
    void where_codex_kept_no_register_all_stays() throws IOException {
        SandboxTargets targets = SandboxTargets.missingIn(List.of(workspace), List.of());
        Path other = Files.createDirectory(workspace.resolve(".agents"));
        targets.remove(temporary);

        assertThat(other).isEmptyDirectory();
    }

    @Test
    void one_that_holds_something_stays_and_so_does_what_a_link_leads_to() throws IOException {
        SandboxTargets targets = SandboxTargets.missingIn(List.of(workspace), List.of(workspace));
        Path filled = noted(".agents", "synthetic");
        Files.writeString(filled.resolve("notes.md"), "kept");
        Path linked = noted(".git", "synthetic");
        Files.delete(linked);
        Path elsewhere = Files.createDirectory(workspace.resolveSibling("elsewhere"));
        Files.createSymbolicLink(linked, elsewhere);
        targets.remove(temporary);

        assertThat(filled.resolve("notes.md")).hasContent("kept");
        assertThat(linked).isSymbolicLink();
        assertThat(elsewhere).isEmptyDirectory();
    }
}
