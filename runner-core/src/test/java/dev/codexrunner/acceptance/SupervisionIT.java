package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.testkit.fake.Behaviour;
import dev.codexrunner.testkit.vault.VaultFault;
import dev.codexrunner.testkit.vault.VaultStandIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever codex and its children do, the run ends within its bounds, with its verdict, and with all of them. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SupervisionIT {

    private final Scene scene;

    SupervisionIT(Scene scene) {
        this.scene = scene;
    }

    private static List<String> events(FinishedRun run) throws Exception {
        return Files.readAllLines(run.reportDir().resolve("events.jsonl"));
    }

    @Fault(
            area = Area.SUPERVISION,
            made = "a codex that lives on without a word to standard output",
            promised = "exit 11 after the idle timeout, nothing left")
    @ParameterizedTest
    @EnumSource(
            names = {"HANGS_SILENTLY", "IGNORES_TERM", "CLOSES_STDOUT_AND_LIVES", "STOPS_ITSELF", "NEVER_READS_STDIN"})
    void codex_falls_silent(Behaviour behaviour, Seen seen) throws Exception {
        FakedRun faked = FakedRun.of(scene, behaviour);
        faked.runner().option("--idle-timeout", "1s");
        FinishedRun run = faked.finish().failsAs(FailureKind.TIMEOUT, "idle-timeout");

        faked.leftNothing(run, seen);
    }

    @Test
    @Fault(
            area = Area.SUPERVISION,
            made = "a codex that completes its turn, prints on and never ends",
            promised = "exit 11 after the overall timeout, nothing left")
    void codex_never_ends_after_its_turn(Seen seen) throws Exception {
        FakedRun faked = FakedRun.of(scene, Behaviour.COMPLETES_BUT_NEVER_ENDS);
        FinishedRun run = MoreTime.until(
                        ended -> MoreTime.codexStarted(ended)
                                && events(ended).stream().anyMatch(event -> event.contains("turn.completed")),
                        6,
                        seconds -> bounded(faked, seconds).finish())
                .failsAs(FailureKind.TIMEOUT, "overall-timeout");

        assertThat(events(run)).anyMatch(event -> event.contains("turn.completed"));
        faked.leftNothing(run, seen.that("its events are on disk"));
    }

    @Fault(
            area = Area.SUPERVISION,
            made =
                    "a process that codex leaves behind when it ends: one that holds its output open, one in a session of"
                            + " its own, one that lost session, parent, environment and folder",
            promised = "exit 0, the process is ended, a warning says so")
    @ParameterizedTest
    @EnumSource(names = {"GRANDCHILD_HOLDS_STREAMS", "GRANDCHILD_IN_OWN_SESSION", "GRANDCHILD_WITHOUT_A_TRACE"})
    void a_process_outlives_codex(Behaviour behaviour, Seen seen) throws Exception {
        FakedRun faked = FakedRun.of(scene, behaviour);
        FinishedRun run = faked.finish().succeeds();

        assertThat(run.report().path("warnings").toString()).contains("codex left 1 process behind");
        assertThat(faked.codex().executable().resolveSibling("codex.grandchild"))
                .exists();
        faked.leftNothing(run, seen);
    }

    @Test
    @Fault(
            area = Area.SUPERVISION,
            made = "200 processes that codex leaves behind, each in a session of its own",
            promised = "exit 0, all are ended, a warning says how many")
    void many_processes_outlive_codex(Seen seen) throws Exception {
        FakedRun faked = FakedRun.of(scene, Behaviour.LEAVES_MANY_PROCESSES);
        FinishedRun run = faked.finish().succeeds();

        assertThat(run.report().path("warnings").toString()).contains("codex left 200 processes behind");
        faked.leftNothing(run, seen.that("200 were ended"));
    }

    @Test
    @Fault(
            area = Area.SUPERVISION,
            made = "20,000 events and 1 MB on standard error, as fast as they come",
            promised = "exit 0, every event on disk")
    void codex_floods_both_streams(Seen seen) throws Exception {
        FakedRun faked = FakedRun.of(scene, Behaviour.PRINTS_MANY_EVENTS);
        FinishedRun run = faked.finish().succeeds();

        assertThat(events(run)).hasSize(20_004);
        faked.leftNothing(run, seen.that("20,004 events on disk"));
    }

    @Test
    @Fault(
            area = Area.SUPERVISION,
            made = "100 MB on standard output without the end of a line",
            promised = "exit 9, one event that tells of its size")
    void codex_prints_a_line_without_end(Seen seen) throws Exception {
        FakedRun faked = FakedRun.of(scene, Behaviour.PRINTS_AN_ENDLESS_LINE);
        FinishedRun run = faked.finish().failsAs(FailureKind.NO_VERDICT, "no-terminal-event");

        assertThat(events(run)).hasSize(1);
        assertThat(run.report().at("/counts/oversizedLines").asInt()).isEqualTo(1);
        faked.leftNothing(run, seen.that("one event of 100 MB counted"));
    }

    @Test
    @Fault(
            area = Area.SUPERVISION,
            made = "a codex that closes standard input and ends while 10 MB of prompt are on their way",
            promised = "the broken pipe is no failure of its own: exit 0")
    void codex_does_not_read_its_prompt(Seen seen) throws Exception {
        FakedRun faked = FakedRun.of(scene, Behaviour.EXITS_BEFORE_READING_STDIN);
        faked.runner().stdin("x".repeat(10_000_000));
        FinishedRun run = faked.finish().succeeds();

        faked.leftNothing(run, seen);
    }

    @Fault(
            area = Area.SUPERVISION,
            made = "codex dies of the signal in the middle of its turn",
            promised = "exit 9 with the signal's number, its events on disk")
    @ParameterizedTest
    @CsvSource({"DIES_OF_KILL, 9", "DIES_OF_SEGV, 11"})
    void codex_dies_of_a_signal(Behaviour behaviour, int number, Seen seen) throws Exception {
        FakedRun faked = FakedRun.of(scene, behaviour);
        FinishedRun run = faked.finish().failsAs(FailureKind.NO_VERDICT, "codex-killed");

        assertThat(run.text("/verdict/reason")).contains("signal " + number);
        assertThat(run.report().at("/codex/exitCode").asInt()).isEqualTo(128 + number);
        assertThat(events(run)).hasSize(2);
        faked.leftNothing(run, seen.that("2 events on disk"));
    }

    @Test
    @Fault(area = Area.SUPERVISION, made = "codex ends with 0 and prints nothing", promised = "exit 9, never 0")
    void codex_says_nothing_at_all(Seen seen) throws Exception {
        FakedRun faked = FakedRun.of(scene, Behaviour.PRINTS_NOTHING);
        FinishedRun run = faked.finish().failsAs(FailureKind.NO_VERDICT, "no-terminal-event");

        faked.leftNothing(run, seen);
    }

    @Test
    @Fault(
            area = Area.SUPERVISION,
            made = "a Vault that doesn't answer the login, until --timeout has passed",
            promised = "exit 11 before codex starts, with a word on the token that Vault may have given")
    void the_timeout_passes_before_codex_starts(Seen seen) throws Exception {
        FakedRun faked = FakedRun.of(scene, Behaviour.SUCCEEDS);
        try (VaultStandIn vault = VaultStandIn.start(scene.ca())) {
            vault.fail(VaultFault.HELD, 100, "auth/approle/login");
            faked.runner().option("--vault-addr", vault.address().toString());
            FinishedRun run = MoreTime.until(
                    ended -> vault.lines().contains("POST auth/approle/login"),
                    4,
                    seconds -> bounded(faked, seconds).finish());
            run.failsAs(FailureKind.TIMEOUT, "timeout-before-codex");

            assertThat(run.text("/verdict/reason")).contains("its token lives on until its time to live ends");
            assertThat(faked.codex().process()).isEmpty();
            faked.leftNothing(run, seen.that("codex never started"));
        }
    }

    private static FakedRun bounded(FakedRun faked, int seconds) {
        faked.runner().option("--timeout", seconds + "s").option("--idle-timeout", seconds + "s");
        return faked;
    }

    @Test
    @Fault(
            area = Area.SUPERVISION,
            made = "standard error is a full pipe that nobody reads; then SIGTERM",
            promised = "no thread can go on: exit 143 by force, nothing left, and replay tells of the signal")
    void the_runner_itself_is_stuck(Seen seen) throws Exception {
        FakedRun faked = FakedRun.of(scene, Behaviour.WAITS_IN_ITS_TURN);
        RunnerProcess.Running running = stuck(faked);
        running.signal("TERM");
        endsByForce(faked, running, 128 + 15, "cancelled", seen);
    }

    @Test
    @EnabledIf(value = "dev.codexrunner.reliability.Campaign#isFull", disabledReason = "it takes more than a minute")
    @Fault(
            area = Area.SUPERVISION,
            made = "standard error is a full pipe that nobody reads, and no signal comes",
            promised = "exit 11 by force a minute after --timeout, nothing left, and replay tells of the timeout")
    void the_runner_is_stuck_and_nobody_tells_it_to_end(Seen seen) throws Exception {
        FakedRun faked = FakedRun.of(scene, Behaviour.WAITS_IN_ITS_TURN);
        faked.runner().option("--timeout", "5s").option("--idle-timeout", "5s");
        endsByForce(faked, stuck(faked), FailureKind.TIMEOUT.exitCode(), "halted", seen);
    }

    private static RunnerProcess.Running stuck(FakedRun faked) throws Exception {
        Path pipe = faked.runner().folder().resolve("full.pipe");
        faked.runner()
                .startedBy(
                        "bash",
                        "-c",
                        "mkfifo \"$1\"; exec 3<>\"$1\"; head -c 65536 /dev/zero >&3; shift; exec \"$@\" 2>&3",
                        "bash",
                        pipe.toString());
        RunnerProcess.Running running = faked.runner().start();
        FakedRun.await(running, () -> faked.codex().process().isPresent());
        return running;
    }

    private static void endsByForce(FakedRun faked, RunnerProcess.Running running, int exitCode, String code, Seen seen)
            throws Exception {
        FinishedRun run = running.await();
        RunProcesses.awaitNoneBelow(faked.runner().folder());

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.reportDir().resolve("report.json")).doesNotExist();
        faked.leftNothing(run, seen);
        // The replay has a standard error that somebody reads.
        FinishedRun replayed =
                faked.runner().startedBy().replay(faked.runner().folder().resolve("replayed"));
        assertThat(replayed.text("/verdict/code")).isEqualTo(code);
        assertThat(replayed.exitCode()).isEqualTo(exitCode);
        seen.that("replay ends with " + replayed.exitCode());
    }

    @Test
    @Fault(
            area = Area.SUPERVISION,
            made = "standard input that nobody writes to and nobody closes, with the prompt expected from it",
            promised = "exit 11 when --timeout has passed")
    void the_prompt_never_comes(Seen seen) throws Exception {
        FakedRun faked = FakedRun.of(scene, Behaviour.SUCCEEDS);
        faked.runner().stdinHeldOpen().option("--timeout", "1s").option("--idle-timeout", "1s");
        FinishedRun run = faked.finish().failsAs(FailureKind.TIMEOUT, "input-never-ended");

        faked.leftNothing(run, seen);
    }
}
