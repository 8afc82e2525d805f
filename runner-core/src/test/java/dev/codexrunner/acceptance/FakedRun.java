package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.reliability.Seen;
import dev.codexrunner.testkit.fake.Behaviour;
import dev.codexrunner.testkit.fake.FakeCodex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A run whose codex is a script that misbehaves, between a real Vault and the runner's jar. */
record FakedRun(RunnerProcess runner, FakeCodex codex, Leftovers leftovers) {

    static FakedRun of(Scene scene, Behaviour behaviour) throws IOException, InterruptedException {
        RunnerProcess runner = scene.run();
        Path program = FakeCodex.install(Files.createDirectory(runner.folder().resolve("bin")), behaviour);
        runner.option("--codex-path", program.toString());
        return new FakedRun(runner, FakeCodex.at(program), Leftovers.before(scene, runner));
    }

    FinishedRun finish() throws IOException, InterruptedException {
        return runner.finish();
    }

    /** Starts it and returns when its first events are on disk. */
    RunnerProcess.Running started() throws IOException {
        RunnerProcess.Running running = runner.start();
        Path events = running.reportDir().resolve("events.jsonl");
        await(running, () -> Files.exists(events) && Files.readString(events).contains("turn.started"));
        return running;
    }

    /** Waits for something that the run does; its own end before that is a failure. */
    static void await(RunnerProcess.Running running, Condition condition) throws IOException {
        while (!condition.holds()) {
            assertThat(running.process().isAlive())
                    .as("the runner has ended; it had said: " + Files.readString(running.err()))
                    .isTrue();
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** A question to the file system. */
    interface Condition {
        boolean holds() throws IOException;
    }

    /** Nothing is left, the grandchild included that no listing by name would find. */
    void leftNothing(FinishedRun run, Seen seen) throws IOException {
        if (Files.exists(codex.executable().resolveSibling("codex.grandchild"))) {
            assertThat(codex.grandchild().filter(process -> !RunProcesses.isZombie(process.pid())))
                    .as("the grandchild")
                    .isEmpty();
        }
        leftovers.noneAfter(run, seen.exit(run.exitCode()));
    }

    /** Lets a codex go on that {@link Behaviour#WAITS_IN_ITS_TURN}. */
    void release() throws IOException {
        Files.createFile(codex.executable().resolveSibling("codex.go"));
    }
}
