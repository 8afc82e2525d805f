package dev.codexrunner.rotation;

import dev.codexrunner.failure.Failure;
import java.nio.file.Path;
import java.util.Optional;

/** What a probe came to. */
public sealed interface ProbeResult {

    /** Where the run's record lies; empty where there is none. */
    Optional<Path> record();

    /**
     * codex answered as it was told to.
     *
     * @param codexVersion the version that ran
     */
    record Proven(String codexVersion, Optional<Path> record) implements ProbeResult {}

    /** It did not. */
    record Failed(Failure failure, Optional<Path> record) implements ProbeResult {}
}
