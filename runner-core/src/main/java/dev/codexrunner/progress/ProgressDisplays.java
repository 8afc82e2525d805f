package dev.codexrunner.progress;

import dev.codexrunner.config.ProgressMode;
import dev.codexrunner.secret.Redactor;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;

/** Chooses how progress is shown. */
public final class ProgressDisplays {

    private ProgressDisplays() {}

    /**
     * @param isTerminal whether standard error is one that a person looks at
     * @param target standard error; never closed
     * @param startedAt when the run began
     * @param workingFolder of the agent; files in it are shown by their path from there
     */
    public static Progress create(
            ProgressMode mode,
            boolean isTerminal,
            OutputStream target,
            Redactor redactor,
            Instant startedAt,
            Path workingFolder) {
        return switch (mode) {
            case NONE -> Progress.NONE;
            case PLAIN -> new LiveProgress(new ProgressStream(target), redactor, startedAt, workingFolder, false);
            case AUTO -> new LiveProgress(new ProgressStream(target), redactor, startedAt, workingFolder, isTerminal);
        };
    }
}
