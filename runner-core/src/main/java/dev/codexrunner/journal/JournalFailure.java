package dev.codexrunner.journal;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/** What can go wrong with a run's record. */
public enum JournalFailure implements FailureText {
    JOURNAL_NOT_WRITTEN(
            FailureKind.REPORT_IO,
            "The run's record %1$s could not be written.",
            "The system said: %2$s.",
            "Check that the report folder exists, can be written and has room; choose another with --report-dir."),
    JOURNAL_GONE(
            FailureKind.REPORT_IO,
            "The run's record %1$s was moved, deleted or replaced while the run lasted.",
            "Something other than the runner changed the report folder; what had been recorded is no longer there.",
            "Find out what cleans up or moves that folder during a run; choose another with --report-dir."),
    EVENTS_NOT_READABLE(
            FailureKind.CONFIG,
            "The recorded stream %1$s can't be read.",
            "The system said: %2$s.",
            "Give replay the events.jsonl of a report folder, or codex's recorded standard output."),
    STDERR_NOT_READABLE(
            FailureKind.CONFIG,
            "The recorded stderr %1$s can't be read.",
            "The system said: %2$s.",
            "Give --codex-stderr the stderr.log of a report folder, or leave it out."),
    MANIFEST_NOT_READABLE(
            FailureKind.CONFIG,
            "The run's description %1$s can't be read.",
            "%2$s.",
            "Restore run.json from the run's report folder, or move it away to replay from the stream alone."),
    ATTEMPTS_NOT_READABLE(
            FailureKind.CONFIG,
            "The record of the run's attempts %1$s can't be read.",
            "%2$s.",
            "Restore attempts.jsonl from the run's report folder, or move it away to replay without it."),
    END_NOT_READABLE(
            FailureKind.CONFIG,
            "The record of the run's end %1$s can't be read.",
            "%2$s.",
            "Restore exit.json from the run's report folder, or move it away and give --codex-exit-code.");

    private final FailureWords words;

    JournalFailure(FailureKind kind, String what, String why, String fix) {
        words = new FailureWords(kind, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
