package dev.codexrunner.report;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/** What can go wrong with a run's record. The first argument is always the path. */
public enum ReportFailure implements FailureText {
    REPORT_FOLDER_IN_REACH(
            FailureKind.CONFIG,
            "The report folder %1$s lies inside %2$s, where codex may write.",
            "The agent could forge the record of its own run.",
            "Give --report-dir a folder outside the working folder and every --add-dir, and with the sandbox workspace-write"
                    + " outside /tmp and TMPDIR too."),
    REPORT_FOLDER_UNUSABLE(
            FailureKind.CONFIG,
            "The report folder %1$s can't be used.",
            "%2$s",
            "Give --report-dir a folder that the runner's user may write."),
    REPORT_FOLDER_REPLACED(
            FailureKind.REPORT_IO,
            "The report folder %1$s was replaced by a link while the run lasted.",
            "Through it, the report would go where somebody else wants it.",
            "Find out who can write beside that folder; choose another with --report-dir."),
    REPORT_FILE_IN_REACH(
            FailureKind.CONFIG,
            "The file %1$s for the run's figures lies inside %2$s, where codex may write.",
            "The agent could forge what is told of its own run.",
            "Give --metrics-file and --summary-jsonl files outside the working folder and every --add-dir, and with the sandbox"
                    + " workspace-write outside /tmp and TMPDIR too."),
    SHARED_FILE_UNUSABLE(
            FailureKind.CONFIG,
            "The file %1$s can't take a result besides the report.",
            "%2$s.",
            "Give each of --metrics-file, --summary-jsonl, --junit-file and --summary-file a file of its own, outside the"
                    + " report folder; it may be missing yet."),
    SHARED_FILE_NOT_WRITTEN(
            FailureKind.REPORT_IO,
            "The run's figures could not be written to %1$s.",
            "The system said: %2$s.",
            "Give a regular file, no link, and check free space and permissions there; metrics.prom and summary.jsonl in the"
                    + " report folder have the same."),
    INDEX_FOLDER_UNREADABLE(
            FailureKind.CONFIG,
            "The folder %1$s can't be read.",
            "The system said: %2$s.",
            "Give report index the folder below which the report folders lie."),
    INDEX_WOULD_REPLACE(
            FailureKind.CONFIG,
            "%1$s is no overview of codex-runner.",
            "report index would replace it.",
            "Move it away, or give report index another folder."),
    REPORT_NOT_RENDERED(
            FailureKind.REPORT_IO,
            "%1$s could not be made (%2$s).",
            "That is a bug of codex-runner; report.json and the event stream are there.",
            "Report it with the report.json of the run, after a look at what it holds."),
    REPORT_NOT_REMOVED(
            FailureKind.REPORT_IO,
            "%1$s is of another run and could not be removed.",
            "The system said: %2$s. Who finds it beside this run's report takes it for a part of it.",
            "Remove it, or give each run a report folder of its own."),
    REPORT_NOT_WRITTEN(
            FailureKind.REPORT_IO,
            "%1$s could not be written.",
            "%2$s",
            "Check free space and permissions there; replay makes the report again from events.jsonl.");

    private final FailureWords words;

    ReportFailure(FailureKind kind, String what, String why, String fix) {
        words = new FailureWords(kind, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
