package dev.codexrunner.launch;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Runs a short command to its end, with a bound on its time and on what is kept of its output. */
public final class BoundedCommand {

    /** Kept of each stream, in bytes. */
    static final int KEPT = 64 * 1024;

    private final Supervisor supervisor;
    private final Duration timeout;

    /**
     * @param supervisor starts the command
     * @param timeout after which it is ended
     */
    public BoundedCommand(Supervisor supervisor, Duration timeout) {
        this.supervisor = supervisor;
        this.timeout = timeout;
    }

    /**
     * What a command left.
     *
     * @param exit how it ended
     * @param stdout its standard output, at most 64 KiB; may hold what the command was given
     * @param stderr its standard error likewise
     */
    public record Result(ProcessExit exit, String stdout, String stderr) {

        /** Whether it ended by itself with exit code 0. */
        public boolean succeeded() {
            return exit.ending() == Ending.EXITED && exit.exitCode() == 0;
        }

        @Override
        public String toString() {
            return "Result[" + exit + "]";
        }
    }

    /**
     * Runs it and waits for its end. Whatever it started is ended with it.
     *
     * @param program the program, absolute
     * @param arguments its arguments
     * @param environment its environment; the run's mark is added
     * @param workingFolder where it starts
     * @param runId the run it belongs to
     * @param input its standard input
     * @throws dev.codexrunner.failure.FailureException when it can't be started
     */
    public Result run(
            Path program,
            List<String> arguments,
            ChildEnvironment environment,
            Path workingFolder,
            RunId runId,
            String input) {
        Head stdout = new Head();
        Head stderr = new Head();
        LaunchPlan plan =
                new LaunchPlan(program, arguments, environment, workingFolder, runId, input, timeout, timeout);
        ProcessExit exit = supervisor.start(plan, stdout, stderr).await();
        return new Result(exit, stdout.text(), stderr.text());
    }

    /** Keeps the beginning of what is written to it. */
    private static final class Head extends OutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

        @Override
        public synchronized void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            kept.write(bytes, offset, Math.min(length, KEPT - kept.size()));
        }

        synchronized String text() {
            return kept.toString(StandardCharsets.UTF_8);
        }
    }
}
