package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A named pipe in the working folder, by which the agent's command says that it runs. */
record CommandPipe(Path path) {

    static CommandPipe in(Path workspace) throws IOException, InterruptedException {
        Path pipe = workspace.resolve(Scripts.STARTED_PIPE);
        if (new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() != 0) {
            throw new IOException("mkfifo failed");
        }
        return new CommandPipe(pipe);
    }

    /**
     * Waits until the command runs, and until codex's word of it is in the record.
     *
     * @param attempt how many such commands the record then tells of
     */
    void awaitStarted(RunnerProcess.Running running, int attempt) throws IOException, InterruptedException {
        // Opening it for reading waits for the one who writes.
        assertThat(Files.readString(path)).isEqualTo("started\n");
        Path events = running.reportDir().resolve("events.jsonl");
        while (Files.readString(events).split("sleep 600", -1).length <= attempt) {
            assertThat(running.process().waitFor(50, TimeUnit.MILLISECONDS))
                    .as("the runner has ended")
                    .isFalse();
        }
    }
}
