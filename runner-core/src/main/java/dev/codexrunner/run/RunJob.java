package dev.codexrunner.run;

import dev.codexrunner.config.PromptSource;
import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.launch.RunId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What a run is about, unchanging while it lasts.
 *
 * @param config its configuration
 * @param prompt where its prompt comes from
 * @param runId its name, by which its processes are found
 * @param agentFolders what the agent may write to
 * @param folder of its record
 * @param record what becomes known of it
 * @param nanoTime for durations; only goes forward
 * @param begunAt when it began, by that time: {@code --timeout} counts from here
 */
record RunJob(
        RunnerConfig config,
        Optional<PromptSource> prompt,
        RunId runId,
        List<Path> agentFolders,
        Path folder,
        RunRecord record,
        LongSupplier nanoTime,
        long begunAt) {

    /** What is left of {@code --timeout}; zero where it has passed. */
    Duration left() {
        Duration used = Duration.ofNanos(nanoTime.getAsLong() - begunAt);
        Duration left = config.limits().timeout().minus(used);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
