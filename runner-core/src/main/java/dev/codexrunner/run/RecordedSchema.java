package dev.codexrunner.run;

import dev.codexrunner.file.AtomicFile;
import dev.codexrunner.file.SystemReason;
import dev.codexrunner.outcome.OutputSchema;
import dev.codexrunner.report.ReportFailure;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The output schema as the run had it, in the record: its file may lie in the working folder, and a replay must not be
 * judged by what the agent or a later commit made of it.
 */
final class RecordedSchema {

    static final String FILE = "output-schema.json";

    private RecordedSchema() {}

    /** @throws dev.codexrunner.failure.FailureException {@link ReportFailure#REPORT_NOT_WRITTEN} */
    static void write(Path folder, OutputSchema schema) {
        Path file = folder.resolve(FILE);
        try {
            AtomicFile.write(file, schema.json());
        } catch (IOException e) {
            throw ReportFailure.REPORT_NOT_WRITTEN
                    .with(file, SystemReason.of(e))
                    .asException();
        }
    }
}
