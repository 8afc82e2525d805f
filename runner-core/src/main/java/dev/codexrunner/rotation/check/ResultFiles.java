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

    /** What could not be written; each of the others was. */
    public static List<Failure> write(CheckDocument document, RotationCheckConfig config) {
        return write(document, config, CheckFormats.all());
    }

    static List<Failure> write(CheckDocument document, RotationCheckConfig config, List<CheckFormat> formats) {
        List<Failure> failures = new ArrayList<>();
        for (CheckFormat format : formats) {
            format.file(config).ifPresent(file -> attempt(file, () -> write(document, file, format), failures));
        }
        return failures;
    }

    private static void write(CheckDocument document, Path file, CheckFormat format) throws IOException {
        String text = format.render(document, format.goesOn() ? before(file) : Optional.empty());
        if (format.isReadByOthers()) {
            AtomicFile.writeForAll(file, text);
        } else {
            AtomicFile.write(file, text);
        }
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
