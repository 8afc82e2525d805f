package dev.codexrunner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.codexrunner.config.ConfigResolver;
import dev.codexrunner.config.ConfigSources;
import dev.codexrunner.config.PromptSource;
import dev.codexrunner.config.ResolvedConfig;
import dev.codexrunner.progress.Progress;
import dev.codexrunner.report.RunReport;
import dev.codexrunner.report.RunReport.VerdictSection;
import dev.codexrunner.secret.Redactor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs with a codex that hangs, answers or never begins; each is replayed from its folder alone. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunThenReplayTest {

    private static final String TURN = """
            echo '{"type":"thread.started","thread_id":"t"}'; echo '{"type":"turn.started"}'
            """;
    private static final String DONE = """
            echo '{"type":"turn.completed","usage":{"input_tokens":1,"output_tokens":1}}'
            """;

    @TempDir
    Path folder;

    private final Cancellation cancellation = new Cancellation();

    private Path codex(String exec) throws IOException {
        Path script = Files.writeString(
                Files.createDirectories(folder.resolve("bin")).resolve("codex"),
                "#!/bin/sh\ncase \"$1\" in --version) echo codex-cli 0.169.0; exit 0;; esac\ncat >/dev/null\n" + exec);
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private RunResult run(Path codex, Map<String, String> flags) throws IOException {
        Map<String, String> variables = Map.of(
                "PATH",
                "/usr/bin:/bin",
                "HOME",
                folder.resolve("home").toString(),
                "CODEX_ACCESS_TOKEN",
                "sk-" + "a1b2".repeat(12));
        Map<String, List<String>> all = new HashMap<>();
        Map.of(
                        "codex-path",
                        codex.toString(),
                        "token-kind",
                        "api-key",
                        "token-source",
                        "env",
                        "retries",
                        "0",
                        "skip-git-repo-check",
                        "true",
                        "codex-home",
                        Files.createDirectories(folder.resolve("codex-home")).toString(),
                        "cd",
                        Files.createDirectories(folder.resolve("work")).toString(),
                        "report-dir",
                        folder.resolve("run").toString())
                .forEach((name, value) -> all.put(name, List.of(value)));
        flags.forEach((name, value) -> all.put(name, List.of(value)));
        ResolvedConfig config = new ConfigResolver()
                .resolve(new ConfigSources(
                        ConfigSources.Purpose.RUN, all, variables, Optional.empty(), Optional.of("Do it.")));
        RunSurroundings surroundings = new RunSurroundings(
                variables,
                InputStream.nullInputStream(),
                Clock.systemUTC(),
                System::nanoTime,
                new Random(1),
                "host",
                "0.0.0");
        return new ExecJob(surroundings, new Redactor(), Progress.NONE, cancellation)
                .run(config, Optional.of(new PromptSource.Text("Do it.")));
    }

    private VerdictSection replayed() {
        return replayedReport().verdict();
    }

    private RunReport replayedReport() {
        return Replays.run(
                        Replays.config(folder.resolve("replayed"), Map.of()),
                        folder.resolve("run/events.jsonl"),
                        OptionalInt.empty(),
                        Optional.empty())
                .report();
    }

    private String failingOnce(String then) {
        String marker = folder.resolve("failed-once").toString();
        return "if [ ! -e '" + marker + "' ]; then touch '" + marker + "'\n" + TURN
                + "echo '{\"type\":\"turn.failed\",\"error\":{\"message\":\"stream disconnected before completion: x\"}}'\n"
                + "exit 1; fi\n" + then;
    }

    @Test
    void a_run_that_took_two_attempts() throws IOException {
        RunResult result = run(codex(failingOnce(TURN + DONE)), Map.of("retries", "1", "retry-wait", "1ms"));

        assertThat(result.exitCode()).isZero();
        assertThat(result.report().codex().attempts())
                .extracting(RunReport.Attempt::code)
                .containsExactly("stream-lost", "success");
        RunReport again = replayedReport();
        assertThat(again.verdict()).isEqualTo(result.report().verdict());
        assertThat(again.codex()).isEqualTo(result.report().codex());
        assertThat(again.counts()).isEqualTo(result.report().counts());
        assertThat(again.warnings()).contains(result.report().warnings().get(0));
    }

    @Test
    void a_thread_is_gone_on_with_also_after_an_attempt_that_never_came_to_name_it() throws IOException {
        String thread = "01a1fcde-1939-72a0-85ce-fac61c636cef";
        String script = """
                n=$(cat 'FOLDER/count' 2>/dev/null || echo 0); echo $((n+1)) > 'FOLDER/count'
                case $n in
                0) mkdir -p "$CODEX_HOME/sessions/2026/11/21"
                   echo '{}' > "$CODEX_HOME/sessions/2026/11/21/rollout-now-THREAD.jsonl"
                   echo '{"type":"thread.started","thread_id":"THREAD"}'
                   echo '{"type":"turn.started"}'
                   echo '{"type":"item.completed","item":{"id":"item_0","type":"agent_message","text":"I begin."}}'
                   echo '{"type":"turn.failed","error":{"message":"stream disconnected before completion: x"}}'
                   exit 1 ;;
                1) echo 'Error: Failed to load cloud config bundle (workspace-managed policies).' >&2
                   exit 1 ;;
                esac
                echo "$*" > 'FOLDER/arguments'
                echo '{"type":"thread.started","thread_id":"THREAD"}'
                echo '{"type":"turn.started"}'
                """.replace("FOLDER", folder.toString()).replace("THREAD", thread);

        RunResult result = run(codex(script + DONE), Map.of("retries", "2", "retry-wait", "1ms"));

        assertThat(result.report().codex().attempts())
                .extracting(RunReport.Attempt::code)
                .containsExactly("stream-lost", "cloud-config", "success");
        assertThat(Files.readString(folder.resolve("arguments"))).endsWith("resume " + thread + " -\n");
        assertThat(replayedReport().codex()).isEqualTo(result.report().codex());
    }

    /** codex 0.169.0 does so with commands that end within milliseconds. */
    @Test
    void a_command_without_an_event_is_taken_from_codex_own_record_and_judged() throws IOException {
        String rollout = """
                mkdir -p "$CODEX_HOME/sessions/2026/11/21"
                cat > "$CODEX_HOME/sessions/2026/11/21/rollout-now-t.jsonl" <<'END'
                {"type":"response_item","payload":{"type":"function_call","name":"exec_command","arguments":"{\\"cmd\\":\\"exit 3\\"}","call_id":"call_1"}}
                {"type":"response_item","payload":{"type":"function_call_output","call_id":"call_1","output":"Chunk ID: 1087a8\\nWall time: 0.0000 seconds\\nProcess exited with code 3\\nOriginal token count: 1\\nOutput:\\nno\\n"}}
                END
                """;

        RunResult result = run(codex(TURN + rollout + DONE), Map.of("fail-on", "command-failed"));

        assertThat(result.exitCode()).isEqualTo(7);
        RunReport report = result.report();
        assertThat(report.items().commands())
                .extracting(RunReport.Command::command, RunReport.Command::output)
                .containsExactly(tuple("exit 3", "no\n"));
        assertThat(report.warnings()).anyMatch(warning -> warning.startsWith("codex's stream lacked 1 command;"));
        RunReport again = replayedReport();
        assertThat(again.items()).isEqualTo(report.items());
        assertThat(again.counts()).isEqualTo(report.counts());
        assertThat(again.verdict()).isEqualTo(report.verdict());
    }

    @Test
    void a_second_attempt_that_never_began_is_not_judged_by_the_first() throws IOException {
        RunResult result = run(
                codex(failingOnce("echo 'Error: the moon is full' >&2; exit 1\n")),
                Map.of("retries", "1", "retry-wait", "1ms"));

        assertThat(result.exitCode()).isEqualTo(6);
        assertThat(result.report().codex().attempts())
                .extracting(RunReport.Attempt::kind)
                .containsExactly("turn_failed", "codex_start");
        assertThat(replayedReport().codex()).isEqualTo(result.report().codex());
        assertThat(replayed()).isEqualTo(result.report().verdict());
    }

    @Test
    void a_run_that_took_too_long() throws IOException {
        RunResult result = run(codex(TURN + "sleep 300\n"), Map.of("timeout", "1s"));

        assertThat(result.exitCode()).isEqualTo(11);
        assertThat(replayed()).isEqualTo(result.report().verdict());
    }

    @Test
    void a_run_that_was_cancelled() throws Exception {
        Path marker = folder.resolve("begun");
        Path codex = codex(TURN + "touch '" + marker + "'\nsleep 300\n");
        Thread signal = new Thread(() -> {
            while (!Files.exists(marker)) {
                Thread.onSpinWait();
            }
            cancellation.cancel(15);
        });
        signal.setDaemon(true);
        signal.start();
        RunResult result = run(codex, Map.of());

        assertThat(result.exitCode()).isEqualTo(143);
        assertThat(replayed()).isEqualTo(result.report().verdict());
    }

    @Test
    void a_run_without_its_required_output_that_appears_later() throws IOException {
        RunResult result = run(codex(TURN + DONE), Map.of("require", "out.txt"));
        Files.writeString(folder.resolve("work/out.txt"), "too late");

        assertThat(result.exitCode()).isEqualTo(10);
        assertThat(replayed()).isEqualTo(result.report().verdict());
    }

    @Test
    void a_run_that_did_not_start() throws IOException {
        RunResult result = run(codex("echo 'Error: the moon is full' >&2; exit 1\n"), Map.of());

        assertThat(result.exitCode()).isEqualTo(6);
        assertThat(replayed()).isEqualTo(result.report().verdict());
    }

    @Test
    void a_run_whose_codex_is_not_there() throws IOException {
        RunResult result = run(folder.resolve("none"), Map.of());

        assertThat(result.exitCode()).isEqualTo(6);
        assertThat(replayed()).isEqualTo(result.report().verdict());
    }

    @Test
    void a_good_run() throws IOException {
        RunResult result = run(codex(TURN + DONE), Map.of());

        assertThat(result.exitCode()).isZero();
        assertThat(replayed()).isEqualTo(result.report().verdict());
    }
}
