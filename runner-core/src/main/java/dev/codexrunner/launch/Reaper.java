package dev.codexrunner.launch;

import dev.codexrunner.file.SystemReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Cleans up after a runner that was killed. A small shell holds the end of a pipe from the runner; when the pipe closes
 * without a word, the runner is dead, and the shell kills every process of the run and deletes its folders.
 *
 * <p>It starts before codex, in a session of its own, with an empty environment, and knows no secret.
 */
public final class Reaper implements AutoCloseable {

    private static final Duration GOODBYE = Duration.ofSeconds(2);
    private static final String DONE = "done\n";

    private final Process process;
    private final Runnable closing;

    private Reaper(Process process, Runnable closing) {
        this.process = process;
        this.closing = closing;
    }

    /**
     * Starts one for a run.
     *
     * @param session how children are started
     * @param runId the run; its processes are found by it
     * @param folders to delete, as far as they are the run's own; {@link #close()} does it too
     * @throws dev.codexrunner.failure.FailureException {@link LaunchFailure#REAPER_NOT_STARTED}
     */
    public static Reaper start(ChildSession session, RunId runId, RunFolders folders) {
        return start(session, runId, folders.reaperArguments(), folders::close);
    }

    static Reaper start(ChildSession session, RunId runId, List<String> folders, Runnable closing) {
        List<String> line = new ArrayList<>();
        session.setsid().ifPresent(setsid -> line.add(setsid.toString()));
        line.addAll(List.of(ChildSession.SHELL, "-c", script(), "codex-runner-reaper"));
        line.addAll(List.of(runId.assignment(), runId.value(), runId.shortened()));
        line.addAll(List.of(Long.toString(runId.lockLimit()), Long.toString(runId.asideLockLimit())));
        line.addAll(folders);
        ProcessBuilder builder = new ProcessBuilder(line).directory(Path.of("/").toFile());
        builder.environment().clear();
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            return new Reaper(builder.start(), closing);
        } catch (IOException e) {
            throw LaunchFailure.REAPER_NOT_STARTED.with(SystemReason.of(e)).asException();
        }
    }

    private static String script() {
        try (InputStream script = Objects.requireNonNull(Reaper.class.getResourceAsStream("reaper.sh"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Closes the pipe without a word, as the death of the runner does. */
    void vanish() throws IOException {
        process.getOutputStream().close();
    }

    /** Closes the run's folders, tells it that all is cleaned up, and waits shortly until it is gone. */
    @Override
    public void close() {
        closing.run();
        try (OutputStream pipe = process.getOutputStream()) {
            pipe.write(DONE.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It is gone already, killed by somebody: there is nothing left for it to do.
        }
        try {
            if (!process.waitFor(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
