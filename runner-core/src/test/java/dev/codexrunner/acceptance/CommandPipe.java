package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A named pipe in the working folder, by which the agent's command says that it runs. */
record CommandPipe(Path path) {

    static CommandPipe in(Path workspace) throws IOException, InterruptedException {
        Path pipe = workspace.resolve(Scripts.STARTED_PIPE);
        if (new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() != 0) {
            throw new IOException("mkfifo failed");
        }
        return new CommandPipe(pipe);
    }

    /** Opening it for reading waits for the one who writes. */
    void awaitStarted() throws IOException {
        assertThat(Files.readString(path)).isEqualTo("started\n");
    }
}
