package dev.codexrunner.report.index;

import dev.codexrunner.report.ConsoleText;
import dev.codexrunner.report.ReportHead;
import dev.codexrunner.report.RunReport;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the overview keeps of a run, so that ten thousand fit into memory.
 *
 * @param folder relative to the overview, with forward slashes
 * @param page what to open of it; empty where the folder has nothing to read
 * @param startKnown whether {@code startedAt} is more than something to sort by
 * @param durationMs empty where unknown
 * @param attempts empty where unknown
 * @param tokens read and written; empty where unknown
 */
record IndexedRun(
        String folder,
        Optional<String> page,
        String id,
        Optional<String> name,
        Instant startedAt,
        boolean startKnown,
        OptionalLong durationMs,
        boolean success,
        String kind,
        String code,
        int exitCode,
        OptionalInt attempts,
        OptionalLong tokens) {

    /** In characters, of each name: the file may be anybody's. */
    private static final int LONGEST = 200;

    /** No calendar shows the first and the last moments that an instant can be. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    IndexedRun {
        startedAt = withinCalendar(startedAt);
    }

    static Instant withinCalendar(Instant instant) {
        return instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
    }

    /** Empty where the report lacks something: a foreign file may have any fields. */
    static Optional<IndexedRun> of(ReportHead report, String folder, Optional<String> page) {
        try {
            return holdsTogether(report) ? Optional.of(whole(report, folder, page)) : Optional.empty();
        } catch (NullPointerException | DateTimeException odd) {
            // What a file lacks Jackson leaves null, against the record's word; years may be beyond all measure.
            return Optional.empty();
        }
    }

    /** Of a version that this one knows, with a status that its exit code and its kind bear out, and within the calendar's years. */
    private static boolean holdsTogether(ReportHead report) {
        RunReport.VerdictSection verdict = report.verdict();
        int year = report.run().startedAt().atOffset(ZoneOffset.UTC).getYear();
        return report.schemaVersion() == RunReport.SCHEMA_VERSION
                && verdict.status().equals("success") == (verdict.exitCode() == 0)
                && verdict.status().equals("success") == verdict.kind().equals("success")
                && year >= 1
                && year <= 9_999;
    }

    private static IndexedRun whole(ReportHead report, String folder, Optional<String> page) {
        RunReport.VerdictSection verdict = report.verdict();
        return new IndexedRun(
                folder,
                page,
                bounded(report.run().id()),
                report.run().name().map(IndexedRun::bounded),
                Objects.requireNonNull(report.run().startedAt()),
                report.run().startKnown(),
                report.run().durationMs().stream().filter(millis -> millis >= 0).findFirst(),
                verdict.succeeded(),
                bounded(verdict.kind()),
                bounded(verdict.code()),
                verdict.exitCode(),
                report.attempts(),
                report.usage().map(usage -> OptionalLong.of(usage.sum())).orElseGet(OptionalLong::empty));
    }

    /** In milliseconds, of those runs of which it is known; of an even number the mean of the two in the middle. */
    static OptionalLong medianDuration(List<IndexedRun> runs) {
        long[] known = runs.stream()
                .flatMapToLong(run -> run.durationMs().stream())
                .sorted()
                .toArray();
        if (known.length == 0) {
            return OptionalLong.empty();
        }
        long lower = known[(known.length - 1) / 2];
        // None is negative: the difference can't overflow, as a sum could.
        return OptionalLong.of(lower + (known[known.length / 2] - lower) / 2);
    }

    /** Of those runs of which they are known; as many as can be counted, where they are more. */
    static OptionalLong tokens(List<IndexedRun> runs) {
        return runs.stream().flatMapToLong(run -> run.tokens().stream()).reduce(RunReport.Tokens::sum);
    }

    private static String bounded(String text) {
        return ConsoleText.shortened(text, LONGEST);
    }
}
