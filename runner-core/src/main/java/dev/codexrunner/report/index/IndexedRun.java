package dev.codexrunner.report.index;

import dev.codexrunner.report.ConsoleText;
import dev.codexrunner.report.RunReport;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
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

    /** In characters, of each name: the file may be anybody's. */
    private static final int LONGEST = 200;

    /** Empty where the report lacks something: a foreign file may have any fields. */
    static Optional<IndexedRun> of(RunReport report, String folder, Optional<String> page) {
        try {
            return holdsTogether(report) ? Optional.of(whole(report, folder, page)) : Optional.empty();
        } catch (NullPointerException | DateTimeException | ArithmeticException odd) {
            // What a file lacks Jackson leaves null, against the record's word; years and sums may be beyond all measure.
            return Optional.empty();
        }
    }

    /** Of a version that this one knows, with a status that its exit code bears out, and within the calendar's years. */
    private static boolean holdsTogether(RunReport report) {
        RunReport.VerdictSection verdict = report.verdict();
        int year = report.run().startedAt().atOffset(ZoneOffset.UTC).getYear();
        return report.schemaVersion() == RunReport.SCHEMA_VERSION
                && verdict.status().equals("success") == (verdict.exitCode() == 0)
                && year >= 1
                && year <= 9_999;
    }

    private static IndexedRun whole(RunReport report, String folder, Optional<String> page) {
        RunReport.VerdictSection verdict = report.verdict();
        return new IndexedRun(
                folder,
                page,
                bounded(report.run().id()),
                report.run().name().map(IndexedRun::bounded),
                Objects.requireNonNull(report.run().startedAt()),
                Math.max(0, report.run().durationMs()),
                verdict.status().equals("success"),
                bounded(verdict.kind()),
                bounded(verdict.code()),
                verdict.exitCode(),
                report.codex().attempts().size(),
                report.usage()
                        .map(usage -> OptionalLong.of(Math.addExact(usage.inputTokens(), usage.outputTokens())))
                        .orElseGet(OptionalLong::empty));
    }

    private static String bounded(String text) {
        return ConsoleText.shortened(text, LONGEST);
    }
}
