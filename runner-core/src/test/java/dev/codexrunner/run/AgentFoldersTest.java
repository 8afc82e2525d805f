package dev.codexrunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.config.ConfigResolver;
import dev.codexrunner.config.ConfigSources;
import dev.codexrunner.config.RunnerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentFoldersTest {

    private static final Path TMP = Path.of("/tmp");

    @TempDir
    Path folder;

    @Test
    void the_working_folder_and_each_further_one_count_in_every_sandbox() throws IOException {
        Path further = Files.createDirectory(folder.resolve("further"));
        assertThat(folders("read-only", Map.of("add-dir", List.of(further.toString())), Map.of()))
                .containsExactly(folder.toRealPath(), further.toRealPath());
    }

    @Test
    void in_workspace_write_the_temporary_folders_are_the_agents_too() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own-tmp"));
        assertThat(folders("workspace-write", Map.of(), Map.of("TMPDIR", own.toString())))
                .contains(TMP, own.toRealPath());
        assertThat(folders("read-only", Map.of(), Map.of("TMPDIR", own.toString())))
                .doesNotContain(TMP, own.toRealPath());
    }

    @Test
    void temporary_folders_that_codex_was_told_to_exclude_are_not() {
        assertThat(folders(
                        "workspace-write",
                        Map.of(
                                "codex-config",
                                List.of(
                                        "sandbox_workspace_write.exclude_slash_tmp=true",
                                        "sandbox_workspace_write.exclude_tmpdir_env_var=true")),
                        Map.of("TMPDIR", "/var/tmp/job")))
                .doesNotContain(TMP, Path.of("/var/tmp/job"));
    }

    @Test
    void writable_roots_that_codex_was_told_of_are_the_agents_however_they_are_written() throws IOException {
        Path one = Files.createDirectory(folder.resolve("one"));
        Path two = Files.createDirectory(folder.resolve("two"));
        Path three = Files.createDirectory(folder.resolve("three"));
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.writeString(
                home.resolve("config.toml"), "[sandbox_workspace_write]\nwritable_roots = [\"" + three + "\"]\n");

        assertThat(folders(
                        "workspace-write",
                        Map.of(
                                "codex-home",
                                List.of(home.toString()),
                                "codex-config",
                                List.of(
                                        "sandbox_workspace_write.writable_roots=[\"" + one + "\"]",
                                        "sandbox_workspace_write={writable_roots=[\"two\", \"~/x\"]}",
                                        "model=not toml")),
                        Map.of("HOME", home.toString())))
                .contains(
                        one.toRealPath(),
                        two.toRealPath(),
                        three.toRealPath(),
                        home.toRealPath().resolve("x"));
    }

    @Test
    void links_are_followed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
        assertThat(folders("read-only", Map.of("add-dir", List.of(link.toString())), Map.of()))
                .contains(folder.resolve("real").toRealPath())
                .doesNotContain(link);
    }

    private List<Path> folders(String sandbox, Map<String, List<String>> more, Map<String, String> variables) {
        Map<String, List<String>> flags = new HashMap<>(more);
        flags.put("sandbox", List.of(sandbox));
        flags.put("cd", List.of(folder.toString()));
        RunnerConfig config = new ConfigResolver()
                .resolve(new ConfigSources(
                        ConfigSources.Purpose.RECORDING, flags, Map.of(), Optional.empty(), Optional.empty()))
                .config();
        return AgentFolders.of(config.task(), config.codex(), variables);
    }
}
