package dev.codexrunner.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.failure.FailureException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SupervisorTest {

    private static final Duration SOON = Duration.ofMillis(300);

    private final Path folder;

    private final RunId runId = RunId.random();
    private final Supervisor supervisor = new Supervisor(
            ChildSession.ofThisSystem(),
            new GracePeriods(
                    Duration.ofMillis(200),
                    Duration.ofMillis(200),
                    Duration.ofMillis(300),
                    Duration.ofMillis(500),
                    Duration.ofMillis(3000)),
            System::nanoTime);
    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

    SupervisorTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void nothing_of_the_run_is_left() {
        assertThat(FakeCodex.anyLeft(runId)).isFalse();
    }

    private LaunchPlan plan(String script) throws IOException {
        return FakeCodex.plan(FakeCodex.script(folder, script), runId);
    }

    private ProcessExit run(LaunchPlan plan) {
        return supervisor.start(plan, stdout, stderr).await();
    }

    /** Whether it lives; a zombie, whose parent has not yet looked at it, does not. */
    private static boolean runs(long pid) {
        try {
            return !ProcFiles.of(pid).isZombie();
        } catch (IOException gone) {
            return false;
        }
    }

    /** Lets a test act at the moment when the child has printed something. */
    private static final class Signal extends OutputStream {
        final CountDownLatch arrived = new CountDownLatch(1);

        @Override
        public void write(int b) {
            arrived.countDown();
        }
    }

    private static final class Counter extends OutputStream {
        final AtomicLong bytes = new AtomicLong();

        @Override
        public void write(int b) {
            bytes.incrementAndGet();
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            bytes.addAndGet(length);
        }
    }

    @Test
    void exit_code_and_both_streams_come_through() throws Exception {
        ProcessExit exit = run(plan("echo out; echo err >&2; exit 7"));

        assertThat(exit.exitCode()).isEqualTo(7);
        assertThat(exit.ending()).isEqualTo(Ending.EXITED);
        assertThat(exit.signal()).isEmpty();
        assertThat(exit.drainCut()).isFalse();
        assertThat(exit.leftoverProcesses()).isZero();
        assertThat(stdout.toString(StandardCharsets.UTF_8)).isEqualTo("out\n");
        assertThat(stderr.toString(StandardCharsets.UTF_8)).isEqualTo("err\n");
    }

    @Test
    void arguments_arrive_as_they_are() throws Exception {
        String[] arguments = {
            "", "two words", "\"quoted\"", "it's", "$HOME `id`", "back\\slash", "line\nbreak", "*", "-n"
        };
        run(FakeCodex.withArguments(plan("printf '%s\\0' \"$@\""), arguments));

        assertThat(stdout.toString(StandardCharsets.UTF_8)).isEqualTo(String.join("\0", arguments) + "\0");
    }

    @Test
    void the_environment_is_the_given_one_and_the_mark() throws Exception {
        run(plan("env | cut -d= -f1 | sort"));

        // PWD is the shell's own.
        assertThat(stdout.toString(StandardCharsets.UTF_8).lines().filter(name -> !name.equals("PWD")))
                .filteredOn(name -> !name.equals("OLDPWD") && !name.equals("_") && !name.equals("SHLVL"))
                .containsExactly(RunId.VARIABLE, "PATH", "TERM");
    }

    @Test
    void core_files_are_off_and_the_session_is_its_own() throws Exception {
        run(plan("ulimit -c; echo $$; cut -d' ' -f6 /proc/$$/stat"));

        String[] lines = stdout.toString(StandardCharsets.UTF_8).split("\n", -1);
        assertThat(lines[0]).isEqualTo("0");
        assertThat(lines[2]).isEqualTo(lines[1]);
    }

    @Test
    void a_child_that_ignores_INT_and_TERM_is_killed() throws Exception {
        Signal ready = new Signal();
        CodexProcess process =
                supervisor.start(plan("trap '' INT TERM; echo ready; while :; do sleep 1; done"), ready, stderr);
        ready.arrived.await();
        process.cancel(OptionalInt.of(15));
        ProcessExit exit = process.await();

        assertThat(exit.ending()).isEqualTo(Ending.CANCELLED);
        assertThat(exit.cancelSignal()).hasValue(15);
        assertThat(exit.signal()).hasValue(9);
    }

    @Test
    void a_child_that_heeds_INT_ends_by_itself() throws Exception {
        Signal ready = new Signal();
        Supervisor patient = new Supervisor(ChildSession.ofThisSystem(), GracePeriods.standard(), System::nanoTime);
        CodexProcess process =
                patient.start(plan("trap 'exit 42' INT; echo ready; while :; do sleep 0.05; done"), ready, stderr);
        ready.arrived.await();
        process.cancel(OptionalInt.empty());

        assertThat(process.await().exitCode()).isEqualTo(42);
    }

    @Test
    void a_grandchild_that_holds_stdout_is_ended_and_the_exit_code_kept() throws Exception {
        ProcessExit exit = run(plan("sleep 300 & echo done; exit 3"));

        assertThat(exit.exitCode()).isEqualTo(3);
        assertThat(exit.leftoverProcesses()).isEqualTo(1);
        assertThat(exit.drainCut()).isFalse();
        assertThat(stdout.toString(StandardCharsets.UTF_8)).isEqualTo("done\n");
    }

    /**
     * When the child ends, Java takes what stands in the pipe by then and closes it. So all that codex itself wrote arrives;
     * what a process that it left goes on writing may not, without drainCut: it is counted, ended and warned of instead.
     */
    @Test
    void what_was_written_before_the_end_arrives_whole_although_a_grandchild_writes_on() throws Exception {
        // It ignores PIPE, or the closing itself could end it before it is counted.
        ProcessExit exit = run(
                plan("(trap '' PIPE; while :; do echo later; done) 2>/dev/null & head -c 200000 /dev/zero | tr '\\0' x;"
                        + " echo; echo last; kill -STOP $!; echo really-last; kill -CONT $!; exit 0"));

        assertThat(exit.exitCode()).isZero();
        assertThat(exit.leftoverProcesses()).isPositive();
        assertThat(stdout.toString(StandardCharsets.UTF_8).lines()).contains("last", "really-last");
        assertThat(stdout.toString(StandardCharsets.UTF_8).chars().filter(c -> c == 'x'))
                .hasSize(200_000);
    }

    @Test
    void a_daemon_in_a_session_of_its_own_is_found_by_the_mark() throws Exception {
        ProcessExit exit = run(plan("setsid sleep 300 </dev/null >/dev/null 2>&1 &\n"
                + "while [ \"$(cat /proc/$!/comm)\" != sleep ]; do :; done"));

        assertThat(exit.leftoverProcesses()).isEqualTo(1);
    }

    @Test
    void a_child_with_an_empty_environment_is_found_by_the_session() throws Exception {
        ProcessExit exit = run(plan("env -i sleep 300 </dev/null >/dev/null 2>&1 &\n"
                + "while [ \"$(cat /proc/$!/comm)\" != sleep ]; do :; done; echo $!"));

        assertThat(exit.leftoverProcesses()).isEqualTo(1);
        long pid = Long.parseLong(stdout.toString(StandardCharsets.UTF_8).strip());
        assertThat(runs(pid)).isFalse();
    }

    @Test
    void one_that_left_session_parent_environment_and_folder_is_found_by_its_limit() throws Exception {
        ProcessExit exit = run(plan("env -i setsid -f sh -c 'cd /; echo $$ >\"$0\"; exec sleep 300' \"$PWD/pid\""
                + " </dev/null >/dev/null 2>&1; while [ ! -s pid ]; do :; done"));

        assertThat(exit.leftoverProcesses()).isEqualTo(1);
        assertThat(runs(Long.parseLong(Files.readString(folder.resolve("pid")).strip())))
                .isFalse();
    }

    @Test
    void a_mark_is_found_by_the_reaper_too() throws Exception {
        Signal ready = new Signal();
        CodexProcess process = supervisor.start(
                plan("env -i setsid -f sh -c 'cd /; echo $$ >\"$0\"; exec sleep 300' \"$PWD/pid\" </dev/null"
                        + " >/dev/null 2>&1; while [ ! -s pid ]; do :; done; echo ready; sleep 300"),
                ready,
                stderr);
        ready.arrived.await();
        ProcessHandle hidden = ProcessHandle.of(
                        Long.parseLong(Files.readString(folder.resolve("pid")).strip()))
                .orElseThrow();
        Reaper reaper = Reaper.start(ChildSession.ofThisSystem(), runId, List.of("", ""), () -> {});
        reaper.vanish();

        assertThat(process.await().signal()).hasValue(9);
        hidden.onExit().get(20, TimeUnit.SECONDS);
    }

    @Test
    void one_that_takes_its_marks_off_and_holds_stdout_does_not_hang_the_run() throws Exception {
        ProcessExit exit = run(plan("env -i setsid sh -c 'ulimit -S -w unlimited || ulimit -S -x unlimited;"
                + " exec sleep 300' &\n"
                + "while [ \"$(cat /proc/$!/comm)\" != sleep ]; do :; done; echo $!; exit 5"));
        long hidden = Long.parseLong(stdout.toString(StandardCharsets.UTF_8).strip());
        ProcessHandle.of(hidden).ifPresent(ProcessHandle::destroyForcibly);

        assertThat(exit.exitCode()).isEqualTo(5);
        assertThat(exit.leftoverProcesses()).isZero();
    }

    @Test
    void a_flood_on_both_streams_is_carried_whole() throws Exception {
        Counter out = new Counter();
        Counter err = new Counter();
        supervisor
                .start(plan("head -c 50000000 /dev/zero & head -c 50000000 /dev/zero >&2; wait"), out, err)
                .await();

        assertThat(out.bytes).hasValue(50_000_000);
        assertThat(err.bytes).hasValue(50_000_000);
    }

    @Test
    void a_hundred_megabytes_without_a_newline_are_carried_whole() throws Exception {
        Counter out = new Counter();
        supervisor
                .start(plan("head -c 104857600 /dev/zero | tr '\\0' x"), out, stderr)
                .await();

        assertThat(out.bytes).hasValue(104_857_600);
    }

    @Test
    void a_child_that_prints_nothing_is_no_trouble() throws Exception {
        assertThat(run(plan(":")).exitCode()).isZero();
        assertThat(stdout.size()).isZero();
    }

    @Test
    void a_child_that_exits_before_reading_its_input_keeps_its_exit_code() throws Exception {
        ProcessExit exit = run(FakeCodex.withInput(plan("exit 9"), "x".repeat(10_000_000)));

        assertThat(exit.exitCode()).isEqualTo(9);
        assertThat(exit.ending()).isEqualTo(Ending.EXITED);
    }

    @Test
    void a_long_input_arrives_whole_and_is_closed() throws Exception {
        run(FakeCodex.withInput(plan("wc -c"), "é".repeat(5_000_000)));

        assertThat(stdout.toString(StandardCharsets.UTF_8).strip()).isEqualTo("10000000");
    }

    @Test
    void a_child_that_dies_of_a_signal_is_named_as_such() throws Exception {
        ProcessExit exit = run(plan("kill -SEGV $$"));

        assertThat(exit.signal()).hasValue(11);
        assertThat(exit.ending()).isEqualTo(Ending.EXITED);
    }

    @Test
    void the_overall_timeout_ends_a_child_that_keeps_printing() throws Exception {
        ProcessExit exit =
                run(FakeCodex.withBounds(plan("while :; do echo x; sleep 0.01; done"), SOON, FakeCodex.LONG));

        assertThat(exit.ending()).isEqualTo(Ending.TIMEOUT);
    }

    @Test
    void the_idle_timeout_ends_a_child_that_is_silent_on_stdout() throws Exception {
        ProcessExit exit = run(FakeCodex.withBounds(
                plan("while :; do echo reconnecting >&2; sleep 0.05; done"), FakeCodex.LONG, SOON));

        assertThat(exit.ending()).isEqualTo(Ending.IDLE_TIMEOUT);
    }

    @Test
    void a_budget_ends_it_too() throws Exception {
        CodexProcess process = supervisor.start(plan("sleep 300"), stdout, stderr);
        process.endForLimit();
        process.cancel(OptionalInt.of(2));

        assertThat(process.await().ending()).isEqualTo(Ending.LIMIT);
    }

    @Test
    void output_that_cannot_be_kept_ends_the_run_and_is_reported() throws Exception {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        ProcessExit exit = supervisor
                .start(plan("while :; do echo xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx; done"), full, stderr)
                .await();

        assertThat(exit.ending()).isEqualTo(Ending.OUTPUT_FAILED);
        assertThat(exit.outputFailure()).get().extracting(Exception::getMessage).isEqualTo("No space left on device");
    }

    @Test
    void an_interrupted_waiter_cancels_and_stays_interrupted() throws Exception {
        CodexProcess process = supervisor.start(plan("sleep 300"), stdout, stderr);
        Thread.currentThread().interrupt();
        ProcessExit exit = process.await();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(exit.ending()).isEqualTo(Ending.CANCELLED);
    }

    @Test
    void without_setsid_the_tree_is_still_ended() throws Exception {
        Supervisor plain = new Supervisor(
                new ChildSession(Optional.empty(), Optional.empty()),
                new GracePeriods(SOON, SOON, SOON, SOON, SOON),
                System::nanoTime);
        Signal ready = new Signal();
        CodexProcess process =
                plain.start(plan("trap '' INT TERM; sleep 300 & echo ready; wait; sleep 300"), ready, stderr);
        ready.arrived.await();
        process.cancel(OptionalInt.of(2));

        assertThat(process.await().ending()).isEqualTo(Ending.CANCELLED);
    }

    @Test
    void a_missing_working_folder_is_a_named_failure() throws Exception {
        LaunchPlan plan = plan(":");
        LaunchPlan nowhere = new LaunchPlan(
                plan.program(),
                plan.arguments(),
                plan.environment(),
                folder.resolve("gone"),
                runId,
                "",
                FakeCodex.LONG,
                FakeCodex.LONG);

        assertThatThrownBy(() -> supervisor.start(nowhere, stdout, stderr))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo("codex-not-started"));
    }
}
