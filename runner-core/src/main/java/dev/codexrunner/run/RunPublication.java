package dev.codexrunner.run;

import dev.codexrunner.config.ReportConfig;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.report.ReportFormats;
import dev.codexrunner.report.ReportWriter;
import dev.codexrunner.report.RunReport;
import dev.codexrunner.report.SharedFiles;
import dev.codexrunner.secret.Redactor;
import java.nio.file.Path;
import java.util.Optional;

/** Writes a run's report and its figures, so that they say what the runner's exit code will say. */
record RunPublication(Path folder, Redactor redactor, ReportConfig config) {

    /**
     * @param lost what of the record is known to be missing
     * @return the run as it was judged, with the first failure to record it
     */
    RunResult publish(RunReport raw, Optional<Failure> lost) {
        RunReport judged = new ReportWriter(redactor, ReportFormats.all()).redacted(raw);
        SharedFiles shared = new SharedFiles(redactor);
        Optional<Failure> unwritten = written(raw.recordedWith(lost));
        Optional<Failure> first = lost.or(() -> unwritten);
        Optional<Failure> noMetrics = shared.writeMetrics(judged.recordedWith(first), config);
        Optional<Failure> second = first.or(() -> noMetrics);
        // A line that is appended can't be taken back, so it comes when all else is known.
        Optional<Failure> noSummary = shared.appendSummary(judged.recordedWith(second), config);
        Optional<Failure> last = second.or(() -> noSummary);
        if (lost.isEmpty() && last.isPresent()) {
            // What fails now has been told, or is graver than can be told.
            written(raw.recordedWith(last));
            shared.writeMetrics(judged.recordedWith(last), config);
        }
        return new RunResult(judged, folder, last);
    }

    private Optional<Failure> written(RunReport raw) {
        try {
            new ReportWriter(redactor, ReportFormats.all()).write(raw, folder);
            return Optional.empty();
        } catch (FailureException e) {
            return Optional.of(e.failure());
        }
    }
}
