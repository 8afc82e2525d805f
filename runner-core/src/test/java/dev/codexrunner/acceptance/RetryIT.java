package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.testkit.backend.ModelTurn;
import dev.codexrunner.testkit.backend.ScriptedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Streams that are lost, and what becomes of the run: resumed, started over, or ended with its reason. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RetryIT {

    private final Scene scene;

    RetryIT(Scene scene) {
        this.scene = scene;
    }

    /** With retries, and waits as short as they get. */
    private RunnerProcess retrying() throws Exception {
        return scene.run().option("--retries", "2").option("--retry-wait", "10ms");
    }

    private static String attempts(FinishedRun run) {
        return RetriedRun.of(run).toString();
    }

    @Fault(
            area = Area.RETRY,
            made = "the service cuts every stream before its first word, until the second attempt",
            promised = "exit 0 by starting over, with a warning; a new thread; nothing left")
    @Test
    void a_connection_lost_before_anything_was_done(Seen seen) throws Exception {
        RunnerProcess runner = retrying();
        Leftovers leftovers = Leftovers.before(scene, runner);
        AtomicInteger asked = new AtomicInteger();
        scene.backend().play(ScriptedModel.playing(new ModelTurn.CutStream(List.of())));
        try (Scene.Listening listening = scene.listen(request -> {
            if (request.isToTheModel() && asked.incrementAndGet() > 2) {
                scene.backend().play(Scripts.standard());
            }
        })) {
            FinishedRun run = runner.finish().succeeds();

            assertThat(attempts(run)).isEqualTo("1 began turn_failed used 0+0; 2 began success used 100+20");
            assertThat(RetriedRun.of(run).threads()).doesNotHaveDuplicates().hasSize(2);
            assertThat(run.text("/warnings/0"))
                    .isEqualTo("Attempt 1 failed (stream-lost) and was retried, starting over.");
            seen.that("2 attempts, 2 threads").that("usage of both told");
            leftovers.noneAfter(run, seen.exit(run.exitCode()));
        } finally {
            scene.backend().play(Scripts.standard());
        }
    }

    @Fault(
            area = Area.RETRY,
            made = "the service cuts the stream after a command has run",
            promised =
                    "exit 0 by resuming the same thread with its history; the command runs once; usage exact; replay agrees")
    @Test
    void a_stream_cut_after_a_command(Seen seen) throws Exception {
        RunnerProcess runner = retrying();
        Leftovers leftovers = Leftovers.before(scene, runner);

        FinishedRun run =
                runner.playing(RetryScripts.CUT_AFTER_COMMAND).finish().succeeds();

        assertThat(attempts(run)).isEqualTo("1 began turn_failed used 100+20; 2 resumed success used 100+20");
        assertThat(RetriedRun.of(run).threads().stream().distinct()).containsExactly(run.text("/codex/threadId"));
        assertThat(Files.readAllLines(runner.workspace().resolve("log.txt"))).hasSize(1);
        assertThat(run.text("/finalMessage")).isEqualTo("The whole of it.");
        assertThat(run.report().at("/usage").toString())
                .isEqualTo(run.report().at("/threadUsage").toString())
                .isEqualTo(
                        "{\"inputTokens\":200,\"cachedInputTokens\":80,\"outputTokens\":40,\"reasoningOutputTokens\":10}");
        assertThat(run.text("/warnings/0"))
                .isEqualTo("Attempt 1 failed (stream-lost) and was retried, going on with its thread.");
        RetriedRun.replayed(runner, run).saysTheSameAs(run);
        seen.that("same thread, its history known").that("200 + 40 tokens told").that("replay agrees");
        leftovers.noneAfter(run, seen.exit(run.exitCode()));
    }

    @Fault(
            area = Area.RETRY,
            made = "the service answers 500 after a patch was applied",
            promised = "exit 0 by resuming the same thread; the patch stays and is in the report")
    @Test
    void an_error_of_the_service_after_a_patch(Seen seen) throws Exception {
        RunnerProcess runner = retrying();

        FinishedRun run =
                runner.playing(RetryScripts.ERROR_AFTER_PATCH).finish().succeeds();

        assertThat(attempts(run)).isEqualTo("1 began turn_failed used 100+20; 2 resumed success used 100+20");
        assertThat(run.text("/codex/attempts/0/code")).isEqualTo("service-error");
        assertThat(run.text("/items/fileChanges/0/path")).endsWith("patched.txt");
        assertThat(runner.workspace().resolve("patched.txt")).hasContent("made by codex");
        seen.exit(run.exitCode()).that("same thread").that("patched once");
    }

    @Fault(
            area = Area.RETRY,
            made = "the stream is cut again and again",
            promised = "exit 7 after the attempts that --retries allows, each resuming the same thread")
    @Test
    void a_stream_that_is_cut_for_ever(Seen seen) throws Exception {
        FinishedRun run = retrying().playing(RetryScripts.CUT_FOR_EVER).finish();

        run.failsAs(FailureKind.TURN_FAILED, "stream-lost");
        assertThat(attempts(run))
                .isEqualTo(
                        "1 began turn_failed used 100+20; 2 resumed turn_failed used 0+0; 3 resumed turn_failed used 0+0");
        assertThat(run.text("/codex/attempts/2/retryReason")).contains("used up (2)");
        assertThat(run.report().at("/usage/inputTokens").asInt()).isEqualTo(100);
        seen.exit(run.exitCode()).that("3 attempts in 1 thread").that("100 + 20 tokens told");
    }

    @Fault(
            area = Area.RETRY,
            made = "SIGKILL to codex while the agent's command runs",
            promised = "exit 0 by resuming; the command without an end is told; usage holds what codex itself forgot")
    @Test
    void codex_is_killed_in_the_middle(Seen seen) throws Exception {
        RunnerProcess runner = retrying();
        Leftovers leftovers = Leftovers.before(scene, runner);
        CommandPipe pipe = CommandPipe.in(runner.workspace());
        RunnerProcess.Running running =
                runner.playing(RetryScripts.RUNS_ON_ONCE).start();
        pipe.awaitStarted(running, 1);
        RetriedRun.awaitUsageOnDisk(running, runner.privateHomes(), 2);

        RunProcesses.kill(scene.codex(), runner.folder());
        FinishedRun run = running.await().succeeds();

        assertThat(attempts(run)).isEqualTo("1 began no_verdict used 200+40; 2 resumed success used 100+20");
        assertThat(run.report().at("/codex/attempts/0/signal").asInt()).isEqualTo(9);
        assertThat(run.report().at("/counts/commandsUnfinished").asInt()).isEqualTo(1);
        assertThat(run.report().at("/usage/inputTokens").asInt()).isEqualTo(300);
        assertThat(run.report().at("/threadUsage/inputTokens").asInt()).isEqualTo(300);
        // The stream's own sum has lost the call whose command was running.
        assertThat(Files.readString(run.reportDir().resolve("events.jsonl"))).contains("\"input_tokens\":200");
        RetriedRun.replayed(runner, run).saysTheSameAs(run);
        seen.that("same thread, its history known").that("300 tokens in told, of which codex forgot 100");
        leftovers.noneAfter(run, seen.exit(run.exitCode()));
    }

    @Fault(
            area = Area.RETRY,
            made = "SIGKILL to codex, and again to the one that was resumed",
            promised = "exit 9 after the second, whatever --retries allows")
    @Test
    void codex_is_killed_twice(Seen seen) throws Exception {
        RunnerProcess runner = retrying().option("--retries", "5");
        Leftovers leftovers = Leftovers.before(scene, runner);
        CommandPipe pipe = CommandPipe.in(runner.workspace());
        RunnerProcess.Running running =
                runner.playing(RetryScripts.RUNS_ON_AGAIN).start();
        for (int kill = 0; kill < 2; kill++) {
            pipe.awaitStarted(running, kill + 1);
            RetriedRun.awaitUsageOnDisk(running, runner.privateHomes(), kill + 2);
            RunProcesses.kill(scene.codex(), runner.folder());
        }
        FinishedRun run = running.await();

        run.failsAs(FailureKind.NO_VERDICT, "codex-killed");
        assertThat(attempts(run)).isEqualTo("1 began no_verdict used 200+40; 2 resumed no_verdict used 100+20");
        assertThat(run.text("/codex/attempts/1/retryReason")).contains("a second kill is no accident");
        seen.that("2 attempts in 1 thread");
        leftovers.noneAfter(run, seen.exit(run.exitCode()));
    }

    @Fault(
            area = Area.RETRY,
            made = "SIGKILL to codex after a command, its record of the thread deleted",
            promised = "exit 9, not retried: starting over could do the work twice")
    @Test
    void a_lost_thread_that_codex_kept_no_record_of(Seen seen) throws Exception {
        RunnerProcess runner = retrying();
        CommandPipe pipe = CommandPipe.in(runner.workspace());
        RunnerProcess.Running running =
                runner.playing(RetryScripts.RUNS_ON_AGAIN).start();
        pipe.awaitStarted(running, 1);
        RetriedRun.deleteSessions(runner.privateHomes());
        RunProcesses.kill(scene.codex(), runner.folder());
        FinishedRun run = running.await();

        run.failsAs(FailureKind.NO_VERDICT, "codex-killed");
        assertThat(run.report().at("/codex/attempts")).hasSize(1);
        assertThat(run.text("/codex/attempts/0/retryReason")).contains("could do it twice", "left no record");
        seen.exit(run.exitCode()).that("1 attempt, with the reason");
    }

    @Fault(area = Area.RETRY, made = "an access token that was revoked", promised = "exit 4 at once: never retried")
    @Test
    void a_refused_token_is_not_tried_again(Seen seen) throws Exception {
        String token = scene.issuer().issueAgentIdentity().token();
        scene.issuer().revoke(token);
        RunnerProcess runner = scene.run(token).option("--retries", "2").option("--retry-wait", "10ms");

        FinishedRun run = runner.finish();

        run.failsAs(FailureKind.CREDENTIAL, run.text("/verdict/code"));
        assertThat(run.report().at("/codex/attempts")).hasSize(1);
        assertThat(run.text("/codex/attempts/0/retryReason")).contains("stays refused");
        seen.exit(run.exitCode()).that("1 attempt, with the reason");
    }

    @Fault(
            area = Area.RETRY,
            made = "a token budget that the second attempt exceeds, not the first alone",
            promised = "exit 12: --max-tokens holds over all attempts together, and is never retried")
    @Test
    void a_budget_over_all_attempts(Seen seen) throws Exception {
        FinishedRun run = retrying()
                .playing(RetryScripts.SPENDS_TWICE)
                .option("--max-tokens", "200")
                .finish();

        run.failsAs(FailureKind.POLICY, "budget-exceeded");
        assertThat(attempts(run)).isEqualTo("1 began turn_failed used 100+20; 2 resumed policy used 100+20");
        assertThat(run.text("/codex/attempts/1/retryReason")).contains("hard bounds");
        seen.exit(run.exitCode()).that("2 attempts of 120 tokens, ended beyond 200");
    }

    @Fault(
            area = Area.RETRY,
            made = "the service limits the rate, \"try again in 1.2s\"",
            promised = "exit 0 by resuming, not sooner than the service said")
    @Test
    void a_rate_limit_that_tells_when(Seen seen) throws Exception {
        FinishedRun run =
                retrying().playing(RetryScripts.LIMITED_FOR_A_MOMENT).finish().succeeds();

        assertThat(attempts(run)).isEqualTo("1 began limited used 100+20; 2 resumed success used 100+20");
        assertThat(run.report().at("/codex/attempts/1/waitMs").asLong()).isGreaterThanOrEqualTo(1_200);
        seen.exit(run.exitCode()).that("waited as long as was asked");
    }

    @Fault(
            area = Area.RETRY,
            made = "the service limits the rate for longer than is left of --timeout",
            promised = "exit 8 at once, saying so")
    @Test
    void a_wait_that_is_longer_than_the_time_left(Seen seen) throws Exception {
        FinishedRun run = retrying()
                .playing(RetryScripts.LIMITED_FOR_LONG)
                .option("--timeout", "10m")
                .finish();

        run.failsAs(FailureKind.LIMITED, "rate-limited");
        assertThat(run.report().at("/codex/attempts")).hasSize(1);
        assertThat(run.text("/codex/attempts/0/retryReason")).contains("1200.0 s", "--timeout");
        seen.exit(run.exitCode()).that("1 attempt, with the reason");
    }

    @Fault(
            area = Area.RETRY,
            made = "SIGTERM to the runner while it waits before the next attempt",
            promised = "exit 143 at once, with a report; replay agrees; nothing left")
    @Test
    void a_signal_in_the_wait(Seen seen) throws Exception {
        RunnerProcess runner = retrying().option("--retry-wait", "10m").option("--timeout", "24h");
        Leftovers leftovers = Leftovers.before(scene, runner);
        RunnerProcess.Running running =
                runner.playing(RetryScripts.CUT_FOR_EVER).start();
        while (!Files.readString(running.err()).contains("retry in ")) {
            assertThat(running.process().waitFor(50, TimeUnit.MILLISECONDS))
                    .as("the runner has ended")
                    .isFalse();
        }

        running.signal("TERM");
        FinishedRun run = running.await();

        run.failsAs(FailureKind.CANCELLED, "cancelled", 143);
        assertThat(run.report().at("/codex/attempts")).hasSize(1);
        assertThat(run.report().at("/codex/attempts/0/retried").asBoolean()).isFalse();
        assertThat(run.text("/codex/attempts/0/code")).isEqualTo("stream-lost");
        RetriedRun.replayed(runner, run).saysTheSameAs(run);
        leftovers.noneAfter(run, seen.that("replay agrees").exit(run.exitCode()));
    }

    @Fault(
            area = Area.RETRY,
            made = "a resumed thread whose model tries to write, in a read-only run",
            promised = "the write is denied: the sandbox is pinned anew")
    @Test
    void a_resumed_thread_keeps_its_sandbox(Seen seen) throws Exception {
        RunnerProcess runner = retrying().option("--sandbox", "read-only");

        FinishedRun run =
                runner.playing(RetryScripts.WRITES_WHEN_RESUMED).finish().succeeds();

        assertThat(attempts(run)).isEqualTo("1 began turn_failed used 100+20; 2 resumed success used 200+40");
        assertThat(run.text("/finalMessage")).isEqualTo("I could not write.");
        assertThat(runner.workspace().resolve("escaped.txt")).doesNotExist();
        seen.exit(run.exitCode()).that("denied: read-only file system");
    }

    @Fault(
            area = Area.RETRY,
            made = "a stream cut in a run with --resume, in a CODEX_HOME that is kept",
            promised = "exit 0; the given thread goes on; only what this run used is charged")
    @Test
    void a_thread_that_the_user_resumed_is_resumed_again(Seen seen) throws Exception {
        RunnerProcess first = scene.run();
        Path home = first.folder().resolve("codex-home");
        String thread = first.option("--codex-home", home.toString())
                .finish()
                .succeeds()
                .text("/codex/threadId");

        FinishedRun run = retrying()
                .playing(RetryScripts.CUT_AFTER_COMMAND)
                .option("--codex-home", home.toString())
                .workspace(first.workspace())
                .with("--resume", thread)
                .finish()
                .succeeds();

        assertThat(attempts(run)).isEqualTo("1 resumed turn_failed used 100+20; 2 resumed success used 100+20");
        assertThat(RetriedRun.of(run).threads()).containsExactly(thread, thread);
        assertThat(run.report().at("/usage/inputTokens").asInt()).isEqualTo(200);
        assertThat(run.report().at("/threadUsage/inputTokens").asInt()).isEqualTo(300);
        seen.exit(run.exitCode()).that("usage 200 of the thread's 300 tokens in");
    }

    @Fault(
            area = Area.RETRY,
            made = "a stream cut in a run with --output-schema and --require",
            promised = "exit 0: both are checked on the last attempt")
    @Test
    void an_answer_of_the_last_attempt_is_the_one_that_is_checked(Seen seen) throws Exception {
        RunnerProcess runner = retrying().playing(RetryScripts.CUT_THEN_JSON);
        Path schema = Files.writeString(
                runner.folder().resolve("schema.json"),
                "{\"type\":\"object\",\"required\":[\"answer\"],\"properties\":{\"answer\":{\"type\":\"string\"}},"
                        + "\"additionalProperties\":false}");

        FinishedRun run = runner.option("--output-schema", schema.toString())
                .with("--require", "log.txt")
                .finish()
                .succeeds();

        assertThat(attempts(run)).isEqualTo("1 began turn_failed used 100+20; 2 resumed success used 100+20");
        assertThat(run.text("/structuredOutput/answer")).isEqualTo("yes");
        assertThat(run.text("/checks/1/status")).isEqualTo("passed");
        seen.exit(run.exitCode()).that("the schema holds");
    }
}
