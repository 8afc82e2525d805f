package dev.codexrunner.jenkins.page;

import dev.codexrunner.jenkins.masking.LogMask;
import dev.codexrunner.jenkins.report.ReadReport;
import dev.codexrunner.jenkins.report.RunSummaries;
import dev.codexrunner.jenkins.report.StoredReports;
import hudson.FilePath;
import hudson.model.Run;
import java.io.IOException;
import java.nio.file.Path;

/** A run of the contract's goldens, stored in a build as a step does it. */
final class StoredRun {

    private static final Path RECORDS =
            Path.of(System.getProperty("codexrunner.root", ".."), "contract", "golden", "records");

    private StoredRun() {}

    static void in(Run<?, ?> build, String record, String stepId) throws IOException, InterruptedException {
        from(RECORDS.resolve(record), build, stepId);
    }

    static void from(Path folder, Run<?, ?> build, String stepId) throws IOException, InterruptedException {
        StoredReports.Kept kept = StoredReports.of(build).keep(stepId, new FilePath(folder.toFile()), new LogMask());
        RunSummaries.add(build, ((ReadReport.Readable) kept.report()).view().summary(), stepId);
    }
}
