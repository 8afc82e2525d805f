package dev.codexrunner.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.failure.FailureException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodexBinaryTest {

    private static final String FAKE = "echo 'codex-cli 1.2.3'";

    private final Path folder;

    CodexBinaryTest(@TempDir Path folder) throws Exception {
        this.folder = folder.toRealPath();
    }

    private CodexBinary find(Optional<Path> path, Optional<String> sha256, Optional<String> version, Path... agent) {
        return CodexBinary.find(
                Configs.codex(path, sha256, version, List.of(), List.of()),
                Map.of("PATH", "relative:" + folder),
                List.of(agent),
                new BoundedCommand(Supervisor.ofThisSystem(), Duration.ofSeconds(20)),
                FakeCodex.environment(),
                RunId.random());
    }

    private void refused(String code, Optional<Path> path, Path... agent) {
        refused(code, path, Optional.empty(), Optional.empty(), agent);
    }

    private void refused(
            String code, Optional<Path> path, Optional<String> sha256, Optional<String> version, Path... agent) {
        assertThatThrownBy(() -> find(path, sha256, version, agent))
                .isInstanceOfSatisfying(FailureException.class, e -> {
                    assertThat(e.failure().code()).isEqualTo(code);
                    assertThat(e.failure().exitCode()).isEqualTo(6);
                });
    }

    private Path npm(String platformPackage) throws Exception {
        Path modules = Files.createDirectories(folder.resolve("node_modules/@openai"));
        Path bin = Files.createDirectories(modules.resolve("codex/bin"));
        FakeCodex.script(bin, "codex.js", "exit 99");
        NativePackage platform = NativePackage.ofThisMachine();
        Path home = Files.createDirectories(folder.resolve(
                "node_modules/" + platformPackage + platform.name() + "/vendor/" + platform.target() + "/bin"));
        return FakeCodex.script(home, FAKE);
    }

    @Test
    void it_is_found_on_PATH_with_version_and_digest() throws Exception {
        Path program = FakeCodex.script(folder, FAKE);
        CodexBinary binary = find(Optional.empty(), Optional.empty(), Optional.of("1.2.3"));

        assertThat(binary.path()).isEqualTo(program);
        assertThat(binary.version()).isEqualTo("1.2.3");
        String digest = binary.sha256().get();
        assertThat(find(Optional.of(program), Optional.of(digest), Optional.empty())
                        .path())
                .isEqualTo(program);
    }

    @Test
    void the_native_program_is_found_behind_the_npm_wrapper_hoisted_or_nested() throws Exception {
        Path hoisted = npm("@openai/");
        Path link = Files.createSymbolicLink(
                folder.resolve("codex"), folder.resolve("node_modules/@openai/codex/bin/codex.js"));
        assertThat(find(Optional.of(link), Optional.empty(), Optional.empty()).path())
                .isEqualTo(hoisted);
        assertThat(find(Optional.of(folder), Optional.empty(), Optional.empty()).path())
                .isEqualTo(hoisted);

        Path nested = npm("@openai/codex/node_modules/@openai/");
        assertThat(find(Optional.of(link), Optional.empty(), Optional.empty()).path())
                .isEqualTo(nested);
    }

    @Test
    void a_wrapper_without_its_native_package_is_a_clear_failure() throws Exception {
        Files.delete(npm("@openai/"));
        refused("codex-native-missing", Optional.of(folder));
    }

    @Test
    void a_missing_one_is_refused() {
        refused("codex-not-found", Optional.empty());
        refused("codex-not-found", Optional.of(folder.resolve("gone")));
    }

    @Test
    void one_that_is_not_executable_is_refused() throws Exception {
        Path program = FakeCodex.script(folder, FAKE);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rw-r--r--"));
        refused("codex-not-executable", Optional.of(program));
    }

    @Test
    void one_inside_the_working_folder_is_refused_even_behind_a_link() throws Exception {
        Path inside = Files.createDirectory(folder.resolve("repo"));
        Path program = FakeCodex.script(inside, FAKE);
        Path link = Files.createSymbolicLink(folder.resolve("link"), program);
        refused("codex-inside-working-folder", Optional.of(program), inside);
        refused("codex-inside-working-folder", Optional.of(link), inside);
    }

    @Test
    void one_that_others_can_write_is_refused_and_so_is_a_folder_above_it() throws Exception {
        Path above = Files.createDirectory(folder.resolve("above"));
        Path program = FakeCodex.script(above, FAKE);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxrwxr-x"));
        refused("codex-writable-by-others", Optional.of(program));

        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(above, PosixFilePermissions.fromString("rwxr-xrwx"));
        refused("codex-writable-by-others", Optional.of(program));
    }

    @Test
    void another_digest_or_version_than_the_pinned_one_is_refused() throws Exception {
        Path program = FakeCodex.script(folder, FAKE + "; touch " + folder.resolve("started"));
        refused("codex-digest-mismatch", Optional.of(program), Optional.of("0".repeat(64)), Optional.empty());
        assertThat(folder.resolve("started")).doesNotExist();
        refused("codex-version-mismatch", Optional.of(program), Optional.empty(), Optional.of("1.2.4"));
    }

    @Test
    void one_that_does_not_tell_its_version_is_refused() throws Exception {
        refused("codex-version-unreadable", Optional.of(FakeCodex.script(folder, "exit 1")));
        refused("codex-version-unreadable", Optional.of(FakeCodex.script(folder, "echo hello")));
    }
}
