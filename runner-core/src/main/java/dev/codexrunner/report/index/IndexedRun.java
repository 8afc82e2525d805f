package dev.codexrunner.report.index;

import dev.codexrunner.report.RunReport;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the overview keeps of a run, so that ten thousand fit into memory.
 *
 * @param folder relative to the overview, with forward slashes
 * @param page what to open of it; empty where the folder has nothing to read
 * @param tokens read and written; empty where unknown
 */
record IndexedRun(
        String folder,
        Optional<String> page,
        String id,
        Optional<String> name,
        Instant startedAt,
        long durationMs,
        boolean success,
        String kind,
        String code,
        int exitCode,
        int attempts,
        OptionalLong tokens) {

    static IndexedRun of(RunReport report, String folder, Optional<String> page) {
        RunReport.VerdictSection verdict = report.verdict();
        return new IndexedRun(
                folder,
                page,
                report.run().id(),
                report.run().name(),
                report.run().startedAt(),
                report.run().durationMs(),
                verdict.status().equals("success"),
                verdict.kind(),
                verdict.code(),
                verdict.exitCode(),
                report.codex().attempts().size(),
                report.usage()
                        .map(usage -> OptionalLong.of(usage.inputTokens() + usage.outputTokens()))
                        .orElseGet(OptionalLong::empty));
    }
}
