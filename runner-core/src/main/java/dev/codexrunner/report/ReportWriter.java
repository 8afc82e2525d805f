package dev.codexrunner.report;

import dev.codexrunner.secret.Redactor;
import java.nio.file.Path;
import java.util.List;

/** Writes a report in every format. The only way from a raw report to a file, and it goes through the redactor. */
public final class ReportWriter {

    private final ReportRedaction redaction;
    private final List<ReportFormat> formats;

    public ReportWriter(Redactor redactor, List<ReportFormat> formats) {
        this.redaction = new ReportRedaction(redactor);
        this.formats = List.copyOf(formats);
    }

    /**
     * Makes the folder where it is missing and writes all files, each whole or not at all.
     *
     * @return the report without secrets, as it was written
     * @throws dev.codexrunner.failure.FailureException a {@link ReportFailure}
     */
    public RunReport write(RunReport raw, Path folder) {
        RunReport redacted = redaction.redact(raw);
        ReportFolder.create(folder);
        for (ReportFormat format : formats) {
            AtomicFile.write(folder.resolve(format.fileName()), format.render(redacted));
        }
        return redacted;
    }
}
