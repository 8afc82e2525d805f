package dev.codexrunner.report;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.file.AtomicFile;
import dev.codexrunner.file.SystemReason;
import dev.codexrunner.secret.RedactedJson;
import dev.codexrunner.secret.Redactor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /**
     * Makes the folder where it is missing and writes all files, each whole or not at all. What another run left there of
     * a format that this one has nothing for is deleted, and so is what stands in the place of a file that can't be
     * written: it would tell of another verdict.
     *
     * @return the report without secrets, as it was written
     * @throws FailureException a {@link ReportFailure}, the first of those that were met
     */
    public RunReport write(RunReport raw, Path folder) {
        RunReport redacted = redaction.redact(raw);
        List<Failure> failures = writeRedacted(redacted, folder);
        if (!failures.isEmpty()) {
            throw failures.get(0).asException();
        }
        return redacted;
    }

    /**
     * As {@link #write}, of a report that has no secrets any more.
     *
     * @return what went wrong
     */
    public List<Failure> writeRedacted(RunReport redacted, Path folder) {
        try {
            ReportFolder.refuseLink(folder);
            ReportFolder.create(folder);
        } catch (FailureException noFolder) {
            return List.of(noFolder.failure());
        }
        List<Failure> failures = new ArrayList<>();
        for (ReportFormat format : formats) {
            // Where one fails, the others are still worth having.
            write(format, redacted, folder.resolve(format.fileName())).ifPresent(failures::add);
        }
        return failures;
    }

    private Optional<Failure> write(ReportFormat format, RunReport redacted, Path file) {
        try {
            if (!format.appliesTo(redacted)) {
                return remove(file);
            }
            AtomicFile.write(file, out -> write(format, redacted, out));
            return Optional.empty();
        } catch (IOException e) {
            return notWritten(file, e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
            // A format may wrap what its target said.
            if (bug.getCause() instanceof IOException e) {
                return notWritten(file, e);
            }
            Optional<Failure> unusedOfTwo = remove(file);
            return Optional.of(ReportFailure.REPORT_NOT_RENDERED.with(
                    format.fileName(), bug.getClass().getSimpleName()));
        }
    }

    private void write(ReportFormat format, RunReport redacted, OutputStream file) throws IOException {
        if (format.isJson() && format.isRedactedAgain()) {
            file.write(redactedJson(format.render(redacted)).getBytes(StandardCharsets.UTF_8));
            return;
        }
        OutputStream target = format.isRedactedAgain() ? redactor.redacting(file) : file;
        // Closed, since the redactor holds back what may become a secret.
        try (Writer out = new OutputStreamWriter(target, StandardCharsets.UTF_8)) {
            format.write(redacted, out);
        }
    }

    /** Where nothing is to be masked, it stays as indented as it is. */
    private String redactedJson(String text) {
        String redacted = redactor.redact(text);
        return redacted.equals(text) ? text : new RedactedJson(redactor).redact(text) + "\n";
    }

    private static Optional<Failure> notWritten(Path file, IOException reason) {
        Optional<Failure> unusedOfTwo = remove(file);
        return Optional.of(ReportFailure.REPORT_NOT_WRITTEN.with(file, SystemReason.of(reason)));
    }

    private static Optional<Failure> remove(Path file) {
        try {
            Files.deleteIfExists(file);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(ReportFailure.REPORT_NOT_REMOVED.with(file, SystemReason.of(e)));
        }
    }
}
