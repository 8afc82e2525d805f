package dev.codexrunner.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is reported, and where.
 *
 * @param reportDir where the report goes; by default a folder of its own under the user's state directory
 * @param progress how live progress is shown on standard error
 * @param runName name of the job that this is a run of, for metrics, summaries and code scanning
 * @param metricsFile where Prometheus text goes besides, for node_exporter's textfile collector
 * @param summaryJsonl file to which a line about the run is added
 * @param json whether standard output carries JSON: of a run, report.json instead of the final message
 */
public record ReportConfig(
        Optional<Path> reportDir,
        ProgressMode progress,
        boolean json,
        Optional<String> runName,
        Optional<Path> metricsFile,
        Optional<Path> summaryJsonl) {

    /** Nothing but live progress: for a run within another job. */
    public static ReportConfig onlyProgress(ProgressMode progress) {
        return new ReportConfig(
                Optional.empty(), progress, false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Neither a report nor progress: for a run that was refused. */
    static ReportConfig onlyFigures(Optional<String> runName, Optional<Path> metricsFile, Optional<Path> summaryJsonl) {
        return new ReportConfig(Optional.empty(), ProgressMode.NONE, false, runName, metricsFile, summaryJsonl);
    }
}
