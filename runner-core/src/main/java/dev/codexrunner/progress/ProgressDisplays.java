package dev.codexrunner.progress;

import dev.codexrunner.config.ProgressMode;
import dev.codexrunner.secret.Redactor;
import java.io.OutputStream;
import java.time.Instant;

/** Chooses how progress is shown. */
public final class ProgressDisplays {

    private ProgressDisplays() {}

    /**
     * @param isTerminal whether standard error is one that a person looks at
     * @param target standard error; never closed
     * @param startedAt when the run began
     */
    public static Progress create(
            ProgressMode mode, boolean isTerminal, OutputStream target, Redactor redactor, Instant startedAt) {
        return switch (mode) {
            case NONE -> Progress.NONE;
            case PLAIN -> new LiveProgress(new ProgressStream(target), redactor, startedAt, false);
            case AUTO -> new LiveProgress(new ProgressStream(target), redactor, startedAt, isTerminal);
        };
    }
}
