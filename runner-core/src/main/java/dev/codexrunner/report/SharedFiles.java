package dev.codexrunner.report;

import dev.codexrunner.config.ReportConfig;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.file.AppendedFile;
import dev.codexrunner.file.AtomicFile;
import dev.codexrunner.file.SystemReason;
import dev.codexrunner.report.metrics.MetricsReport;
import dev.codexrunner.report.metrics.SummaryLine;
import dev.codexrunner.secret.RedactedJson;
import dev.codexrunner.secret.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Files outside the report folder, in which other programs look for the runs of a machine. */
public final class SharedFiles {

    private final Redactor redactor;

    public SharedFiles(Redactor redactor) {
        this.redactor = redactor;
    }

    /**
     * Refuses files that the agent could change.
     *
     * @throws FailureException {@link ReportFailure#REPORT_FILE_IN_REACH}
     */
    public static void refuseInReach(ReportConfig config, List<Path> writableRoots) {
        Stream.of(config.metricsFile(), config.summaryJsonl())
                .flatMap(Optional::stream)
                .forEach(file -> {
                    Optional<Path> root =
                            ReportFolder.inReach(file.toAbsolutePath().normalize(), writableRoots);
                    root.ifPresent(writable -> {
                        throw ReportFailure.REPORT_FILE_IN_REACH
                                .with(file, writable)
                                .asException();
                    });
                });
    }

    /**
     * Writes the figures where they are asked for. May be called again.
     *
     * @return why they could not be written; those of the run before are then still there
     */
    public Optional<Failure> writeMetrics(RunReport redacted, ReportConfig config) {
        return config.metricsFile()
                .flatMap(file -> attempt(
                        file,
                        // node_exporter runs as a user of its own.
                        () -> AtomicFile.writeForAll(file, redactor.redact(new MetricsReport().render(redacted)))));
    }

    /** Removes the figures; where that can't be done either, they stay. */
    public void removeMetrics(ReportConfig config) {
        Optional<Failure> unusedOfTwo =
                config.metricsFile().flatMap(file -> attempt(file, () -> Files.deleteIfExists(file)));
    }

    /**
     * Adds the run's line where it is asked for. A further line with the same run's id corrects it.
     *
     * @return why it could not be added
     */
    public Optional<Failure> appendSummary(RunReport redacted, ReportConfig config) {
        return config.summaryJsonl().flatMap(file -> attempt(file, () -> AppendedFile.append(file, line(redacted))));
    }

    private String line(RunReport redacted) {
        return new RedactedJson(redactor)
                        .redact(new SummaryLine().render(redacted))
                        .strip()
                + "\n";
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static Optional<Failure> attempt(Path file, Writing writing) {
        try {
            writing.run();
            return Optional.empty();
        } catch (IOException failed) {
            return Optional.of(ReportFailure.SHARED_FILE_NOT_WRITTEN.with(file, SystemReason.of(failed)));
        } catch (RuntimeException | StackOverflowError bug) {
            return Optional.of(ReportFailure.SHARED_FILE_NOT_WRITTEN.with(
                    file, "a bug, " + bug.getClass().getSimpleName()));
        }
    }
}
