package dev.codexrunner.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is reported, and where.
 *
 * @param reportDir where the report goes; by default a folder of its own under the user's state directory
 * @param progress how live progress is shown on standard error
 * @param json whether standard output carries JSON: of a run, report.json instead of the final message
 */
public record ReportConfig(Optional<Path> reportDir, ProgressMode progress, boolean json) {}
