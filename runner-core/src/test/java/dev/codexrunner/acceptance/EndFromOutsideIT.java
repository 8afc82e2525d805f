package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signals to the runner: the report is still written where that can be, and nothing is left in any case. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EndFromOutsideIT {

    private final Scene scene;

    EndFromOutsideIT(Scene scene) {
        this.scene = scene;
    }

    /** Starts a run and returns when the agent's command, which never ends, is running. */
    static RunnerProcess.Running startedCommand(RunnerProcess runner) throws Exception {
        Path pipe = runner.workspace().resolve(Scripts.STARTED_PIPE);
        if (new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() != 0) {
            throw new IOException("mkfifo failed");
        }
        RunnerProcess.Running running = runner.playing(Scripts.RUNS_ON).start();
        // Opening it for reading waits for the one who writes: the command.
        assertThat(Files.readString(pipe)).isEqualTo("started\n");
        // codex tells of a command once it runs; its word is on its way to the record.
        while (!Files.readString(running.reportDir().resolve("events.jsonl")).contains("sleep 600")) {
            assertThat(running.process().waitFor(50, TimeUnit.MILLISECONDS))
                    .as("the runner has ended")
                    .isFalse();
        }
        return running;
    }

    private static String runId(Path reportDir) throws IOException {
        JsonNode manifest = JsonMapper.shared().readTree(Files.readString(reportDir.resolve("run.json")));
        return manifest.path("id").asString("");
    }

    /** A shell without job control starts what is in the background with INT ignored, and a JVM leaves that so. */
    static boolean isIgnoredHere(int signal) throws IOException {
        String mask = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .findFirst()
                .orElseThrow();
        return (Long.parseUnsignedLong(mask.substring("SigIgn:".length()).strip(), 16) >> (signal - 1) & 1) == 1;
    }

    @Fault(
            area = Area.SUPERVISION,
            made = "the signal to the runner, while the agent's command runs on",
            promised = "exit 128 + n, a report, nothing left")
    @ParameterizedTest
    @CsvSource({"HUP, 1", "INT, 2", "TERM, 15"})
    void a_signal_ends_the_run_with_its_report(String name, int number, Seen seen) throws Exception {
        assumeFalse(isIgnoredHere(number), "SIG" + name + " is ignored in this JVM, and so in every child");
        RunnerProcess runner = scene.run();
        Leftovers leftovers = Leftovers.before(scene, runner);
        RunnerProcess.Running running = startedCommand(runner);
        String runId = runId(running.reportDir());
        assertThat(RunProcesses.of(runId))
                .as("codex, its command and the reaper")
                .hasSizeGreaterThan(2);

        running.signal(name);
        FinishedRun run = running.await();

        run.failsAs(FailureKind.CANCELLED, "cancelled", 128 + number);
        assertThat(run.text("/run/id")).isEqualTo(runId);
        assertThat(run.report().at("/counts/commandsUnfinished").asInt()).isEqualTo(1);
        leftovers.noneAfter(run, seen.exit(run.exitCode()));
    }

    @Test
    @Fault(
            area = Area.SUPERVISION,
            made = "SIGKILL to the runner, while the agent's command runs on",
            promised = "nothing left but the record, of which replay makes the report")
    void after_a_kill_nothing_is_left_but_the_record_and_replay_makes_the_report_of_it(Seen seen) throws Exception {
        RunnerProcess runner = scene.run();
        Leftovers leftovers = Leftovers.before(scene, runner);
        RunnerProcess.Running running = startedCommand(runner);
        String runId = runId(running.reportDir());
        List<ProcessHandle> alive = RunProcesses.of(runId);
        ProcessHandle reaper = alive.stream()
                .filter(process -> RunProcesses.isReaper(process, runId))
                .findFirst()
                .orElseThrow();

        running.signal("KILL");
        FinishedRun killed = running.await();
        ProcessHandle unused = reaper.onExit().get(60, TimeUnit.SECONDS);

        assertThat(killed.exitCode()).isEqualTo(128 + 9);
        assertThat(killed.reportDir().resolve("report.json")).doesNotExist();
        assertThat(RunProcesses.of(runId)).isEmpty();
        leftovers.noneAfter(killed, seen.exit(killed.exitCode()));
        FinishedRun replayed = runner.replay(runner.folder().resolve("replayed"));
        replayed.failsAs(FailureKind.NO_VERDICT, replayed.text("/verdict/code"));
        assertThat(replayed.text("/run/id")).isEqualTo(runId);
        assertThat(replayed.text("/items/commands/0/command")).contains("sleep 600");
        assertThat(replayed.text("/credential/vault/path")).startsWith("secret/ci/");
        seen.that("replay ends with " + replayed.exitCode());
    }

    @Test
    @Fault(
            area = Area.SUPERVISION,
            made = "SIGKILL to codex, and to the runner once the thread was resumed",
            promised = "nothing left but the record, of which replay makes a report with both attempts")
    void after_a_kill_in_the_second_attempt_replay_tells_of_both(Seen seen) throws Exception {
        RunnerProcess runner = scene.run().option("--retries", "2").option("--retry-wait", "10ms");
        Leftovers leftovers = Leftovers.before(scene, runner);
        CommandPipe pipe = CommandPipe.in(runner.workspace());
        RunnerProcess.Running running =
                runner.playing(RetryScripts.RUNS_ON_AGAIN).start();
        pipe.awaitStarted(running, 1);
        RunProcesses.kill(scene.codex(), runner.folder());
        pipe.awaitStarted(running, 2);
        running.signal("KILL");
        FinishedRun killed = running.await();
        RunProcesses.awaitNoneBelow(runner.folder());

        assertThat(killed.exitCode()).isEqualTo(128 + 9);
        leftovers.noneAfter(killed, seen.exit(killed.exitCode()));
        FinishedRun replayed = runner.replay(runner.folder().resolve("replayed"));
        replayed.failsAs(FailureKind.NO_VERDICT, replayed.text("/verdict/code"));
        JsonNode attempts = replayed.report().at("/codex/attempts");
        assertThat(attempts).as(attempts.toString()).hasSize(2);
        assertThat(attempts.at("/0/signal").asInt()).isEqualTo(9);
        assertThat(attempts.at("/0/code").asString("")).isEqualTo("codex-killed");
        assertThat(attempts.at("/1/resumed").asBoolean()).isTrue();
        assertThat(attempts.at("/0/threadId").asString("")).isEqualTo(replayed.text("/codex/threadId"));
        seen.that("replay ends with " + replayed.exitCode()).that("2 attempts, the second one resumed");
    }
}
