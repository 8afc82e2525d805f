package dev.codexrunner.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One process to start and supervise.
 *
 * @param program the program, absolute
 * @param arguments its arguments, each passed on as it is
 * @param environment its environment; the run's mark is added, and nothing of the runner's own
 * @param workingFolder where it starts
 * @param runId the run that it belongs to
 * @param input what it reads on standard input, as UTF-8
 * @param timeout bound for the whole time that it runs
 * @param idleTimeout longest time without a byte on standard output
 */
public record LaunchPlan(
        Path program,
        List<String> arguments,
        ChildEnvironment environment,
        Path workingFolder,
        RunId runId,
        String input,
        Duration timeout,
        Duration idleTimeout) {

    /** Names the program only: the prompt and the environment don't belong in a log. */
    @Override
    public String toString() {
        return "LaunchPlan[" + program + ", " + environment + "]";
    }
}
