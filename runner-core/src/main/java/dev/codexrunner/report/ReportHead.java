package dev.codexrunner.report;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a run ended, without what was done in it.
 *
 * @param attempts how often codex was started; empty where nobody knows
 * @param usage tokens of this run alone
 */
public record ReportHead(
        int schemaVersion,
        RunReport.Run run,
        RunReport.VerdictSection verdict,
        OptionalInt attempts,
        Optional<RunReport.Tokens> usage) {

    /** @param listed attempts in the report: none of a run that ended before codex, or of one that nobody saw whole */
    static ReportHead of(
            int schemaVersion,
            RunReport.Run run,
            RunReport.VerdictSection verdict,
            int listed,
            Optional<RunReport.Tokens> usage) {
        boolean known = listed > 0 || (run.endKnown() && run.firstEventMs().isEmpty());
        return new ReportHead(schemaVersion, run, verdict, known ? OptionalInt.of(listed) : OptionalInt.empty(), usage);
    }
}
