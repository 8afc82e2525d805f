package dev.codexrunner.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.failure.FailureException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodexHomeTest {

    private final Path temporary;
    /** Not under the temporary folder, where no private home may be. */
    private final Path base;

    CodexHomeTest(@TempDir Path temporary) throws Exception {
        this.temporary = temporary;
        this.base = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "codex-home");
    }

    @AfterEach
    void remove() {
        FolderRemoval.remove(base);
    }

    @Test
    void a_private_one_is_for_the_user_only_and_goes_with_what_is_in_it() throws Exception {
        Path kept = Files.writeString(temporary.resolve("kept"), "kept");
        RunId runId = RunId.random();
        Path path;
        try (CodexHome home = CodexHome.createPrivate(Map.of("XDG_STATE_HOME", base.toString()), runId, List.of())) {
            path = home.path();
            assertThat(path.getFileName()).hasToString(runId.value());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
            Path locked = Files.createDirectory(path.resolve("locked"));
            Files.writeString(locked.resolve("file"), "x");
            Files.createSymbolicLink(path.resolve("link"), kept);
            Files.createSymbolicLink(path.resolve("folder-link"), temporary);
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-x------"));
        }

        assertThat(path).doesNotExist();
        assertThat(kept).exists();
    }

    @Test
    void a_temporary_folder_is_passed_over() {
        Map<String, String> env = Map.of("XDG_STATE_HOME", "/tmp/state", "HOME", base.toString());
        try (CodexHome home = CodexHome.createPrivate(env, RunId.random(), List.of())) {
            assertThat(home.path()).startsWith(base.resolve(".local/state/codex-runner"));
        }
    }

    @Test
    void without_a_safe_place_there_is_none() {
        assertThatThrownBy(
                        () -> CodexHome.createPrivate(Map.of("HOME", base.toString()), RunId.random(), List.of(base)))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("codex-home-no-place");
        assertThatThrownBy(() -> CodexHome.createPrivate(Map.of(), RunId.random(), List.of()))
                .hasMessageContaining("HOME is not set");
    }

    @Test
    void a_given_one_is_made_and_kept() {
        Path given = base.resolve("given");
        CodexHome home = CodexHome.useGiven(given, Map.of(), List.of(base.resolve("repo")));
        home.close();

        assertThat(given).isDirectory();
        assertThat(home.toDelete()).isEmpty();
        assertThat(home.warning()).isEmpty();
    }

    @Test
    void a_given_one_within_the_agents_reach_or_others_is_refused() throws Exception {
        Path repo = Files.createDirectory(base.resolve("repo"));
        assertThatThrownBy(() -> CodexHome.useGiven(repo.resolve("home"), Map.of(), List.of(repo)))
                .hasMessageContaining("codex-home-inside-working-folder");
        Files.setPosixFilePermissions(repo, PosixFilePermissions.fromString("rwxrwx---"));
        assertThatThrownBy(() -> CodexHome.useGiven(repo, Map.of(), List.of()))
                .hasMessageContaining("codex-home-writable-by-others");
    }
}
