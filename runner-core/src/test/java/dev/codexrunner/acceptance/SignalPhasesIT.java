package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.testkit.fake.Behaviour;
import dev.codexrunner.testkit.vault.VaultFault;
import dev.codexrunner.testkit.vault.VaultStandIn;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A signal to the runner, whatever it is doing just then. While codex runs: {@link EndFromOutsideIT}. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SignalPhasesIT {

    /** More than any disk reads in the time that a run waits for a digest; sparse, so that it takes no room. */
    private static final long TOO_LARGE_TO_HASH = 60L << 30;

    private final Scene scene;
    private Optional<VaultStandIn> silentVault = Optional.empty();

    SignalPhasesIT(Scene scene) {
        this.scene = scene;
    }

    @AfterEach
    void close() {
        silentVault.ifPresent(VaultStandIn::close);
    }

    /** What the runner is doing. */
    enum Phase {
        READING_THE_PROMPT(Behaviour.SUCCEEDS),
        LOGGING_IN_TO_VAULT(Behaviour.SUCCEEDS),
        ASKING_CODEX_FOR_ITS_VERSION(Behaviour.HANGS_WHEN_ASKED_FOR_ITS_VERSION),
        PAUSING_BEFORE_A_RETRY(Behaviour.FAILS_FOR_A_WHILE);

        private final Behaviour behaviour;

        Phase(Behaviour behaviour) {
            this.behaviour = behaviour;
        }
    }

    private RunnerProcess.Running startedInto(Phase phase, FakedRun faked) throws Exception {
        RunnerProcess runner = faked.runner();
        switch (phase) {
            case READING_THE_PROMPT -> {
                RunnerProcess.Running running = runner.stdinHeldOpen().start();
                FakedRun.await(running, () -> hasThread(running.process(), "reader"));
                return running;
            }
            case LOGGING_IN_TO_VAULT -> {
                VaultStandIn vault = VaultStandIn.start(scene.ca());
                silentVault = Optional.of(vault);
                vault.fail(VaultFault.HELD, 100, "auth/approle/login");
                RunnerProcess.Running running = runner.option(
                                "--vault-addr", vault.address().toString())
                        .start();
                vault.awaitCall("POST auth/approle/login");
                return running;
            }
            case ASKING_CODEX_FOR_ITS_VERSION -> {
                RunnerProcess.Running running = runner.start();
                Path asked = faked.codex().executable().resolveSibling("codex.asked");
                FakedRun.await(running, () -> Files.exists(asked));
                return running;
            }
            case PAUSING_BEFORE_A_RETRY -> {
                RunnerProcess.Running running = runner.option("--retries", "3").start();
                FakedRun.await(running, () -> Files.readString(running.err()).contains("retry in"));
                return running;
            }
        }
        throw new AssertionError(phase);
    }

    private static boolean hasThread(Process process, String name) throws IOException {
        try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(process.pid()), "task"))) {
            for (Path task : tasks.toList()) {
                if (Files.readString(task.resolve("comm")).strip().equals(name)) {
                    return true;
                }
            }
            return false;
        }
    }

    @Fault(
            area = Area.SUPERVISION,
            made = "the signal to the runner in this phase",
            promised = "exit 128 + n, a report, nothing left")
    @ParameterizedTest
    @CsvSource({
        "READING_THE_PROMPT, TERM, 15",
        "LOGGING_IN_TO_VAULT, HUP, 1",
        "LOGGING_IN_TO_VAULT, INT, 2",
        "LOGGING_IN_TO_VAULT, TERM, 15",
        "ASKING_CODEX_FOR_ITS_VERSION, TERM, 15",
        "PAUSING_BEFORE_A_RETRY, TERM, 15"
    })
    void a_signal_ends_each_phase(Phase phase, String name, int number, Seen seen) throws Exception {
        assumeFalse(EndFromOutsideIT.isIgnoredHere(number), "SIG" + name + " is ignored in this JVM");
        FakedRun faked = FakedRun.of(scene, phase.behaviour);
        RunnerProcess.Running running = startedInto(phase, faked);
        running.signal(name);
        FinishedRun run = running.await();

        run.failsAs(FailureKind.CANCELLED, "cancelled", 128 + number);
        if (phase == Phase.LOGGING_IN_TO_VAULT) {
            assertThat(run.text("/verdict/reason")).contains("its token lives on until its time to live ends");
            seen.that("the verdict tells of the Vault token that may live on");
        }
        faked.leftNothing(run, seen);
    }

    @Fault(
            area = Area.SUPERVISION,
            made = "SIGKILL to the runner in this phase",
            promised = "nothing goes on running, no folder is left, replay makes the report")
    @ParameterizedTest
    @EnumSource
    void a_kill_in_each_phase_leaves_nothing(Phase phase, Seen seen) throws Exception {
        FakedRun faked = FakedRun.of(scene, phase.behaviour);
        RunnerProcess.Running running = startedInto(phase, faked);
        running.signal("KILL");
        FinishedRun killed = running.await();
        RunProcesses.awaitNoneBelow(faked.runner().folder());

        assertThat(killed.exitCode()).isEqualTo(128 + 9);
        faked.leftNothing(killed, seen);
        replayed(faked, seen);
    }

    private static void replayed(FakedRun faked, Seen seen) throws Exception {
        FinishedRun replayed = faked.runner().replay(faked.runner().folder().resolve("replayed"));
        assertThat(replayed.exitCode())
                .isEqualTo(replayed.report().at("/verdict/exitCode").asInt());
        assertThat(replayed.exitCode()).isNotZero();
        seen.that("replay ends with " + replayed.exitCode());
    }

    /** A codex whose digest takes long: the run waits a while for it before it writes the report. */
    private static RunnerProcess.Running waitingForTheDigest(FakedRun faked) throws IOException {
        try (RandomAccessFile program =
                new RandomAccessFile(faked.codex().executable().toFile(), "rw")) {
            program.setLength(TOO_LARGE_TO_HASH);
        }
        RunnerProcess.Running running = faked.runner().start();
        FakedRun.await(running, () -> Files.exists(running.reportDir().resolve("exit.json")));
        return running;
    }

    @Test
    @Fault(
            area = Area.SUPERVISION,
            made = "SIGTERM to the runner when codex has ended and the report is being made",
            promised = "the verdict that was found stands, the report is whole")
    void a_signal_while_the_report_is_made_changes_nothing(Seen seen) throws Exception {
        FakedRun faked = FakedRun.of(scene, Behaviour.TAKES_LONG_TO_HASH);
        RunnerProcess.Running running = waitingForTheDigest(faked);
        running.signal("TERM");
        FinishedRun run = running.await().succeeds();

        faked.leftNothing(run, seen.that("report.json holds to its schema"));
    }

    @Test
    @Fault(
            area = Area.SUPERVISION,
            made = "SIGKILL to the runner when codex has ended and the report is being made",
            promised = "nothing left; replay makes the report with the verdict of the run")
    void a_kill_while_the_report_is_made_loses_no_verdict(Seen seen) throws Exception {
        FakedRun faked = FakedRun.of(scene, Behaviour.TAKES_LONG_TO_HASH);
        RunnerProcess.Running running = waitingForTheDigest(faked);
        running.signal("KILL");
        FinishedRun killed = running.await();
        RunProcesses.awaitNoneBelow(faked.runner().folder());

        assertThat(killed.exitCode()).isEqualTo(128 + 9);
        assertThat(killed.reportDir().resolve("report.json")).doesNotExist();
        faked.leftNothing(killed, seen);
        faked.runner().replay(faked.runner().folder().resolve("replayed")).succeeds();
        seen.that("replay ends with 0");
    }

    @Test
    @Fault(
            area = Area.SUPERVISION,
            made = "SIGTERM, and SIGHUP right after it, while codex ignores both",
            promised = "the first one counts: exit 143, a report, nothing left")
    void of_two_signals_the_first_counts(Seen seen) throws Exception {
        assumeFalse(EndFromOutsideIT.isIgnoredHere(1), "SIGHUP is ignored in this JVM");
        FakedRun faked = FakedRun.of(scene, Behaviour.NOTES_THAT_IT_IS_TOLD_TO_END);
        RunnerProcess.Running running = faked.started();
        running.signal("TERM");
        // Of two that are pending at once the JVM takes the lower number first; this one has been acted upon.
        Path told = faked.codex().executable().resolveSibling("codex.told");
        FakedRun.await(running, () -> Files.exists(told));
        running.signal("HUP");
        FinishedRun run = running.await();

        run.failsAs(FailureKind.CANCELLED, "cancelled", 128 + 15);
        faked.leftNothing(run, seen);
    }
}
