package dev.codexrunner.run;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.report.RunReport;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A finished run.
 *
 * @param report as it was written, without secrets
 * @param folder where it was written
 * @param recordFailure why its record is not whole; empty where it is
 */
public record RunResult(RunReport report, Path folder, Optional<Failure> recordFailure) {

    /** The same run, of which something more was lost; what was lost first is told. */
    public RunResult withRecordFailure(Failure failure) {
        return new RunResult(report, folder, recordFailure.or(() -> Optional.of(failure)));
    }

    /** The runner's exit code: the verdict's, unless a success could not be put on record. */
    public int exitCode() {
        int judged = report.verdict().exitCode();
        return judged == 0 ? recordFailure.map(Failure::exitCode).orElse(0) : judged;
    }
}
