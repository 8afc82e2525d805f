package dev.codexrunner.report;

import java.util.Optional;

/**
 * How a run ended, without what was done in it.
 *
 * @param attempts how often codex was started
 * @param usage tokens of this run alone
 */
public record ReportHead(
        int schemaVersion,
        RunReport.Run run,
        RunReport.VerdictSection verdict,
        int attempts,
        Optional<RunReport.Tokens> usage) {}
