package dev.codexrunner.outcome;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/** How the process of codex can end without a verdict of its own. */
public enum EndFailure implements FailureText {
    CODEX_KILLED(
            FailureKind.NO_VERDICT,
            true,
            "codex was ended by signal %1$s from outside.",
            "%2$s",
            "Find out who sent the signal; for KILL look into the system's log for the out-of-memory killer and give the job more memory."),
    NO_TERMINAL_EVENT(
            FailureKind.NO_VERDICT,
            true,
            "codex ended with exit code %1$s, but its stream has no end of the turn.",
            "Whether the work was done can't be told.%2$s",
            "Read stderr.log in the report folder; run again."),
    EXIT_CONTRADICTS_STREAM(
            FailureKind.NO_VERDICT,
            true,
            "The turn completed, but codex ended with exit code %1$s.",
            "Something failed after the turn.%2$s",
            "Read stderr.log in the report folder; run again."),
    EXIT_UNKNOWN(
            FailureKind.NO_VERDICT,
            true,
            "Nobody saw how codex ended.",
            "The runner was ended before codex, and the stream alone proves no success.",
            "Run again; if codex's exit code is known, give it to `replay --codex-exit-code`."),
    OVERALL_TIMEOUT(
            FailureKind.TIMEOUT,
            true,
            "The run took longer than --timeout allows and was ended.",
            "%1$s",
            "Give it more time with --timeout, or a smaller task."),
    IDLE_TIMEOUT(
            FailureKind.TIMEOUT,
            true,
            "codex was silent for longer than --idle-timeout allows and was ended.",
            "%1$s",
            "See in events.jsonl what it was doing; give quiet commands more time with --idle-timeout."),
    BUDGET_EXCEEDED(
            FailureKind.POLICY,
            false,
            "The run used more tokens than --max-tokens allows and was ended.",
            "A budget is a hard bound.",
            "Raise --max-tokens, or give a smaller task."),
    TOO_MANY_COMMANDS(
            FailureKind.POLICY,
            false,
            "The agent began %2$s commands, of which --max-commands allows %1$s.",
            "A budget is a hard bound; the run was ended if it hadn't by itself.",
            "Raise --max-commands, or give a smaller task; the report lists the commands."),
    TOO_MANY_FILE_CHANGES(
            FailureKind.POLICY,
            false,
            "The run changed %2$s files, of which --max-file-changes allows %1$s.",
            "A budget is a hard bound; the run was ended if it hadn't by itself.",
            "Raise --max-file-changes, or give a smaller task; the report lists the files."),
    OUTPUT_NOT_TAKEN_IN(
            FailureKind.REPORT_IO,
            false,
            "What codex printed could no longer be taken in, so it was ended.",
            "Most often the disk with the report folder is full.",
            "Make room, or choose another folder with --report-dir."),
    CANCELLED(
            FailureKind.CANCELLED,
            false,
            "The run was cancelled by signal %1$s.",
            "The runner was told to end and ended codex first.",
            "Run again when it suits.");

    private final FailureWords words;

    EndFailure(FailureKind kind, boolean retryable, String what, String why, String fix) {
        words = new FailureWords(kind, retryable, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
