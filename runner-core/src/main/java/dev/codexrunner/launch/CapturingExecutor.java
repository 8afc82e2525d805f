package dev.codexrunner.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.ExecuteException;

/**
 * Commons Exec, keeping the {@link Process}: its watchdog only asks a child to end, and a child that ignores TERM would
 * never do so.
 */
final class CapturingExecutor extends DefaultExecutor {

    private final CompletableFuture<Process> started = new CompletableFuture<>();

    @SuppressWarnings("deprecation") // The builder makes a DefaultExecutor and can't make a subclass.
    CapturingExecutor(SupervisedStreams streams, Path workingFolder) {
        setStreamHandler(streams);
        setWorkingDirectory(workingFolder.toFile());
        setExitValues(null); // Every exit code is a result to us, none an exception.
    }

    @Override
    protected Process launch(CommandLine command, Map<String, String> environment, File workingFolder)
            throws IOException {
        Process process = super.launch(command, environment, workingFolder);
        started.complete(process);
        return process;
    }

    /** Runs the command to its end, on the calling thread. */
    void runToEnd(CommandLine command, Map<String, String> environment) {
        try {
            execute(command, environment);
        } catch (ExecuteException e) {
            started.completeExceptionally(e);
        } catch (IOException | RuntimeException e) {
            started.completeExceptionally(e);
        }
    }

    /** The process, as soon as there is one. */
    CompletableFuture<Process> started() {
        return started;
    }
}
