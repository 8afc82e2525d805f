package dev.codexrunner.run;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.outcome.Verdict;
import dev.codexrunner.report.RunReport;
import java.util.List;
import java.util.Optional;

/**
 * The verdict, and what it was made from.
 *
 * @param structuredOutput the final message, where it holds to its schema
 * @param checks each demand on the run, and whether it was met
 * @param recordFailure why the record is not whole, if it isn't
 */
record JudgedRun(
        Verdict verdict,
        Optional<String> structuredOutput,
        List<RunReport.Check> checks,
        Optional<Failure> recordFailure) {

    static JudgedRun failed(Failure failure) {
        return new JudgedRun(Verdict.of(failure), Optional.empty(), List.of(), Optional.empty());
    }

    JudgedRun withRecordFailure(Optional<Failure> failure) {
        return new JudgedRun(verdict, structuredOutput, checks, failure);
    }
}
