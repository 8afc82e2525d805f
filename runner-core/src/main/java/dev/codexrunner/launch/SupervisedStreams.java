package dev.codexrunner.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.exec.ExecuteStreamHandler;

/**
 * Commons Exec's view of our pumps. Its own ones wait without a bound for a grandchild that holds the pipe, or, with a
 * bound, lose the exit code.
 */
final class SupervisedStreams implements ExecuteStreamHandler {

    private final String input;
    private final OutputStream stdout;
    private final OutputStream stderr;
    private final Runnable onStdout;
    private final Consumer<Exception> onFailure;
    private final Runnable onProcessEnd;
    private final List<OutputPump> pumps = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /**
     * @param input for the child's standard input
     * @param stdout takes its standard output
     * @param stderr takes its standard error
     * @param onStdout called for each piece of standard output
     * @param onFailure called with what one of the two targets threw
     * @param onProcessEnd called when the child itself has ended; drains
     */
    SupervisedStreams(
            String input,
            OutputStream stdout,
            OutputStream stderr,
            Runnable onStdout,
            Consumer<Exception> onFailure,
            Runnable onProcessEnd) {
        this.input = input;
        this.stdout = stdout;
        this.stderr = stderr;
        this.onStdout = onStdout;
        this.onFailure = onFailure;
        this.onProcessEnd = onProcessEnd;
    }

    @Override
    public void setProcessInputStream(OutputStream childInput) {
        add("codex-stdin", () -> feed(childInput));
    }

    @Override
    public void setProcessOutputStream(InputStream childOutput) {
        addPump("codex-stdout", new OutputPump(childOutput, stdout, onStdout, onFailure));
    }

    @Override
    public void setProcessErrorStream(InputStream childError) {
        addPump("codex-stderr", new OutputPump(childError, stderr, () -> {}, onFailure));
    }

    private void addPump(String name, OutputPump pump) {
        pumps.add(pump);
        add(name, pump);
    }

    private void add(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        threads.add(thread);
    }

    private void feed(OutputStream childInput) {
        try (childInput) {
            childInput.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The child closed its end or is gone before it had read all. Its exit code says why.
        }
    }

    @Override
    public void start() {
        threads.forEach(Thread::start);
    }

    @Override
    public void stop() {
        onProcessEnd.run();
    }

    /** Waits until both streams are at their end. Says whether they were, within the bound. */
    boolean drain(Duration bound) throws InterruptedException {
        long end = System.nanoTime() + bound.toNanos();
        boolean complete = true;
        for (OutputPump pump : pumps) {
            complete &= pump.awaitEnd(Duration.ofNanos(end - System.nanoTime()));
        }
        return complete;
    }
}
