package dev.codexrunner.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReaperTest {

    private final Path folder;

    private final RunId runId = RunId.random();

    ReaperTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path privateHome() throws Exception {
        Path home = Files.createDirectory(folder.resolve(runId.value()));
        Path locked = Files.createDirectory(home.resolve("locked"));
        Files.writeString(locked.resolve("auth.json"), "{}");
        Files.createSymbolicLink(home.resolve("link"), Files.createDirectory(folder.resolve("elsewhere")));
        Files.writeString(folder.resolve("elsewhere/kept"), "kept");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-x------"));
        return home;
    }

    @Test
    void a_killed_runner_takes_codex_its_daemons_and_the_private_home_with_it() throws Exception {
        Path home = privateHome();
        Path temporary =
                Files.createDirectories(folder.resolve("codex-runner/tmp").resolve(runId.shortened()));
        Path made = sandboxTarget(temporary, ".codex", "synthetic");
        Path existing = sandboxTarget(temporary, ".aws", "existing");
        Path filled = sandboxTarget(temporary, ".agents", "synthetic");
        Files.writeString(filled.resolve("notes.md"), "kept");
        Path codex = FakeCodex.script(folder, """
                trap '' INT TERM
                setsid sleep 300 </dev/null >/dev/null 2>&1 &
                while [ "$(cat /proc/$!/comm)" != sleep ]; do :; done
                echo ready; while :; do sleep 1; done""");
        Process runner = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReaperVictim.class.getName(),
                        runId.value(),
                        codex.toString(),
                        home.toString(),
                        temporary.toString(),
                        SandboxTargets.hash(made),
                        made.toString(),
                        SandboxTargets.hash(existing),
                        existing.toString(),
                        SandboxTargets.hash(filled),
                        filled.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = runner.inputReader();
        ProcessHandle reaper =
                ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
        assertThat(output.readLine()).isEqualTo("ready");
        assertThat(FakeCodex.anyLeft(runId)).isTrue();

        runner.destroyForcibly().waitFor();
        reaper.onExit().get(30, TimeUnit.SECONDS);

        assertThat(FakeCodex.anyLeft(runId)).isFalse();
        assertThat(Files.exists(home, LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertThat(folder.resolve("elsewhere/kept")).hasContent("kept");
        assertThat(temporary).doesNotExist();
        assertThat(made).as("what codex's sandbox had made").doesNotExist();
        assertThat(existing).isEmptyDirectory();
        assertThat(filled.resolve("notes.md")).hasContent("kept");
    }

    /** A folder in a working folder, with what codex's sandbox notes of it. */
    private Path sandboxTarget(Path temporary, String name, String noted) throws Exception {
        Path target = Files.createDirectories(folder.resolve("workspace").resolve(name));
        Path entry = temporary.resolve(SandboxTargets.REGISTER + "0").resolve(SandboxTargets.hash(target));
        Files.writeString(Files.createDirectories(entry).resolve("4711"), noted + "\n");
        return target;
    }

    @Test
    void one_that_was_told_all_is_done_touches_nothing() throws Exception {
        Path home = privateHome();
        Reaper reaper = Reaper.start(ChildSession.ofThisSystem(), runId, List.of(home.toString(), ""), () -> {});
        ProcessHandle process = ProcessHandle.of(reaper.pid()).orElseThrow();
        reaper.close();

        assertThat(process.isAlive()).isFalse();
        assertThat(home.resolve("locked/auth.json")).exists();
    }

    @Test
    void a_folder_without_the_run_id_in_its_name_is_never_deleted() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        Reaper reaper =
                Reaper.start(ChildSession.ofThisSystem(), runId, List.of(other.toString(), other.toString()), () -> {});
        ProcessHandle process = ProcessHandle.of(reaper.pid()).orElseThrow();
        reaper.vanish();
        process.onExit().get(30, TimeUnit.SECONDS);

        assertThat(other).exists();
    }
}
