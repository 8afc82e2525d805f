package dev.codexrunner.report;

import dev.codexrunner.file.AtomicFile;
import dev.codexrunner.file.SystemReason;
import dev.codexrunner.secret.Redactor;
import java.io.IOException;
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

    /** The report without secrets, for when it can't be written. */
    public RunReport redacted(RunReport raw) {
        return redaction.redact(raw);
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
            write(folder.resolve(format.fileName()), format.render(redacted));
        }
        return redacted;
    }

    private static void write(Path file, String text) {
        try {
            AtomicFile.write(file, text);
        } catch (IOException e) {
            throw ReportFailure.REPORT_NOT_WRITTEN
                    .with(file, SystemReason.of(e))
                    .asException();
        }
    }
}
