package dev.codexrunner.run;

import dev.codexrunner.file.SystemReason;
import dev.codexrunner.journal.AttemptLog;
import dev.codexrunner.journal.EventJournal;
import dev.codexrunner.journal.RunEndFile;
import dev.codexrunner.journal.RunManifestFile;
import dev.codexrunner.journal.StderrLog;
import dev.codexrunner.report.ReportFailure;
import dev.codexrunner.report.ReportFormat;
import dev.codexrunner.report.ReportFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an earlier run left in the same report folder, as CI workspaces that are not cleaned do. It goes before anything
 * else happens: a verdict of yesterday must never be taken for today's.
 */
final class EarlierRecord {

    private static final List<String> JOURNAL = List.of(
            EventJournal.EVENTS,
            EventJournal.TIMES,
            AttemptLog.FILE,
            StderrLog.FILE,
            RunManifestFile.FILE,
            RunEndFile.FILE,
            Preparation.CA_FILE,
            LoginLog.FILE,
            RecordedSchema.FILE);

    private EarlierRecord() {}

    /**
     * Removes the files that a run writes, and no others.
     *
     * @throws dev.codexrunner.failure.FailureException when one of them can't be removed
     */
    static void remove(Path folder) {
        files(folder).forEach(EarlierRecord::removeFile);
    }

    /** Those that a run writes there. */
    static Stream<Path> files(Path folder) {
        return Stream.concat(ReportFormats.all().stream().map(ReportFormat::fileName), JOURNAL.stream())
                .map(folder::resolve);
    }

    private static void removeFile(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw ReportFailure.REPORT_FOLDER_UNUSABLE
                    .with(file, SystemReason.of(e))
                    .asException();
        }
    }
}
