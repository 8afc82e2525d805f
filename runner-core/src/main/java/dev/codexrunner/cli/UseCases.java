package dev.codexrunner.cli;

import dev.codexrunner.config.PromptSource;
import dev.codexrunner.config.ResolvedConfig;
import dev.codexrunner.config.UnusableConfig;
import dev.codexrunner.failure.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the commands call. Each returns the exit code, or throws FailureException for a failure not yet shown. */
public interface UseCases {

    int exec(ExecRequest request, Surroundings surroundings);

    /**
     * A run that is refused before it has begun: its monitoring is told.
     *
     * @param config what can be read of its configuration
     * @param why as the user is told
     * @return what could not be written
     */
    List<Failure> refused(UnusableConfig config, Failure why, Surroundings surroundings);

    int replay(ReplayRequest request, Surroundings surroundings);

    int doctor(ResolvedConfig config, Surroundings surroundings);

    int rotation(RotationRequest request, Surroundings surroundings);

    /**
     * One run.
     *
     * @param config the checked configuration
     * @param prompt where the prompt comes from
     */
    record ExecRequest(ResolvedConfig config, PromptSource prompt) {}

    /**
     * One command of {@code rotation}.
     *
     * @param action which
     * @param config the checked configuration
     */
    record RotationRequest(RotationAction action, ResolvedConfig config) {}

    /**
     * The judgement of a recorded run.
     *
     * @param config the checked configuration; of it only output schema, requirements, fail-on and report matter
     * @param events the recorded stream
     * @param codexExitCode codex's exit code; empty where nobody knows it
     * @param codexStderr codex's standard error, if it was kept
     */
    record ReplayRequest(ResolvedConfig config, Path events, OptionalInt codexExitCode, Optional<Path> codexStderr) {}
}
