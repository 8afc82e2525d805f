package dev.codexrunner.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeCodexTest {

    @Test
    void a_run_says_what_codex_would_say(@TempDir Path folder) throws Exception {
        Path codex = FakeCodex.install(folder, Behaviour.SUCCEEDS);

        Process run = run(codex, "exec", "--json", "-");

        assertThat(output(run)).contains("thread.started", "hello", "turn.completed");
        assertThat(run.waitFor()).isZero();
        assertThat(FakeCodex.at(codex).arguments()).containsExactly("exec", "--json", "-");
    }

    @Test
    void its_version_is_the_pinned_one(@TempDir Path folder) throws Exception {
        Process run = run(FakeCodex.install(folder, Behaviour.HANGS_SILENTLY), "--version");

        assertThat(output(run)).isEqualTo(FakeCodex.VERSION + "\n");
    }

    @Test
    void a_signal_kills_it(@TempDir Path folder) throws Exception {
        assertThat(run(FakeCodex.install(folder, Behaviour.DIES_OF_KILL), "exec")
                        .waitFor())
                .isEqualTo(128 + 9);
    }

    @Test
    void a_grandchild_outlives_it_in_a_session_of_its_own(@TempDir Path folder) throws Exception {
        Path codex = FakeCodex.install(folder, Behaviour.GRANDCHILD_IN_OWN_SESSION);
        Process run = run(codex, "exec");
        assertThat(run.waitFor()).isZero();

        ProcessHandle grandchild = FakeCodex.at(codex).grandchild().orElseThrow();

        assertThat(grandchild.isAlive()).isTrue();
        grandchild.destroyForcibly();
    }

    @Test
    void it_ignores_a_polite_request_to_end(@TempDir Path folder) throws Exception {
        Process run = run(FakeCodex.install(folder, Behaviour.IGNORES_TERM), "exec");
        assertThat(run.inputReader().readLine()).contains("thread.started");

        run.destroy();

        assertThat(run.inputReader().readLine()).contains("turn.started");
        assertThat(run.isAlive()).isTrue();
        run.descendants().forEach(ProcessHandle::destroyForcibly);
        run.destroyForcibly().waitFor();
    }

    @Test
    void the_huge_line_is_huge(@TempDir Path folder) throws Exception {
        Process run = run(FakeCodex.install(folder, Behaviour.PRINTS_AN_ENDLESS_LINE), "exec");

        long bytes = 0;
        byte[] buffer = new byte[1 << 16];
        for (int n = run.getInputStream().read(buffer);
                n >= 0;
                n = run.getInputStream().read(buffer)) {
            bytes += n;
        }

        assertThat(bytes).isEqualTo(100_000_000);
    }

    @Test
    void a_recording_is_replayed(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("x.jsonl"), "{\"type\":\"turn.started\"}\n");
        Files.writeString(folder.resolve("x.stderr"), "oops\n");
        Files.writeString(folder.resolve("x.exit"), "143\n");

        Process run = run(FakeCodex.installReplaying(folder, folder.resolve("x")), "exec");

        assertThat(output(run)).isEqualTo("{\"type\":\"turn.started\"}\n");
        assertThat(run.waitFor()).isEqualTo(143);
    }

    private static Process run(Path codex, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(codex.toString());
        builder.command().addAll(java.util.List.of(arguments));
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
