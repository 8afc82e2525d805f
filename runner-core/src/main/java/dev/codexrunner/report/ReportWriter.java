package dev.codexrunner.report;

import dev.codexrunner.failure.FailureException;
import dev.codexrunner.file.AtomicFile;
import dev.codexrunner.file.SystemReason;
import dev.codexrunner.secret.RedactedJson;
import dev.codexrunner.secret.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes a report in every format. The only way from a raw report to a file, and it goes through the redactor. */
public final class ReportWriter {

    private final Redactor redactor;
    private final ReportRedaction redaction;
    private final List<ReportFormat> formats;

    public ReportWriter(Redactor redactor, List<ReportFormat> formats) {
        this.redactor = redactor;
        this.redaction = new ReportRedaction(redactor);
        this.formats = List.copyOf(formats);
    }

    /** The report without secrets, for when it can't be written. */
    public RunReport redacted(RunReport raw) {
        return redaction.redact(raw);
    }

    /**
     * Makes the folder where it is missing and writes all files, each whole or not at all. What another run left there of
     * a format that this one has nothing for is deleted.
     *
     * @return the report without secrets, as it was written
     * @throws dev.codexrunner.failure.FailureException a {@link ReportFailure}
     */
    public RunReport write(RunReport raw, Path folder) {
        RunReport redacted = redaction.redact(raw);
        ReportFolder.refuseLink(folder);
        ReportFolder.create(folder);
        Optional<FailureException> first = Optional.empty();
        for (ReportFormat format : formats) {
            try {
                Path file = folder.resolve(format.fileName());
                rendered(format, redacted).ifPresentOrElse(text -> write(file, text), () -> remove(file));
            } catch (FailureException e) {
                // The others are still worth having.
                first = first.or(() -> Optional.of(e));
            }
        }
        first.ifPresent(failure -> {
            throw failure;
        });
        return redacted;
    }

    private Optional<String> rendered(ReportFormat format, RunReport redacted) {
        try {
            if (!format.appliesTo(redacted)) {
                return Optional.empty();
            }
            String text = format.render(redacted);
            return Optional.of(format.isRedactedAgain() ? redactedAgain(format, text) : text);
        } catch (RuntimeException | StackOverflowError bug) {
            throw ReportFailure.REPORT_NOT_RENDERED
                    .with(format.fileName(), bug.getClass().getSimpleName())
                    .asException();
        }
    }

    private String redactedAgain(ReportFormat format, String text) {
        // Where nothing is to be masked, it stays as indented as it is.
        return !format.isJson() || redactor.redact(text).equals(text)
                ? redactor.redact(text)
                : new RedactedJson(redactor).redact(text) + "\n";
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw ReportFailure.REPORT_NOT_REMOVED
                    .with(file, SystemReason.of(e))
                    .asException();
        }
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
