package dev.codexrunner.rotation.check;

import dev.codexrunner.config.RotationCheckConfig;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.file.AtomicFile;
import dev.codexrunner.file.RegularFile;
import dev.codexrunner.file.SystemReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the files that were asked for, each whole or not at all. */
public final class ResultFiles {

    private static final int LARGEST_METRICS = 16 << 20;

    private ResultFiles() {}

    /**
     * Writes them.
     *
     * @param metricsFile where Prometheus text goes
     * @return what could not be written; each of the others was
     */
    public static List<Failure> write(CheckDocument document, RotationCheckConfig config, Optional<Path> metricsFile) {
        List<Failure> failures = new ArrayList<>();
        metricsFile.ifPresent(file -> {
            // node_exporter runs as a user of its own.
            attempt(file, () -> AtomicFile.writeForAll(file, CheckMetrics.of(document, before(file))), failures);
        });
        config.junitFile()
                .ifPresent(file -> attempt(file, () -> AtomicFile.write(file, CheckJunit.of(document)), failures));
        config.summaryFile()
                .ifPresent(file -> attempt(file, () -> AtomicFile.write(file, CheckMarkdown.of(document)), failures));
        return failures;
    }

    /** What can't be read would be lost by writing anew: the write is not made then. */
    private static Optional<String> before(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(RegularFile.text(file, LARGEST_METRICS)) : Optional.empty();
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void attempt(Path file, Writing writing, List<Failure> failures) {
        try {
            writing.run();
        } catch (IOException failed) {
            failures.add(CheckFailure.ROTATION_RESULT_NOT_WRITTEN.with(file, SystemReason.of(failed)));
        } catch (RuntimeException | StackOverflowError bug) {
            // A bug in one of them keeps none of the others from being written.
            failures.add(CheckFailure.ROTATION_RESULT_NOT_WRITTEN.with(
                    file, "a bug, " + bug.getClass().getSimpleName()));
        }
    }
}
