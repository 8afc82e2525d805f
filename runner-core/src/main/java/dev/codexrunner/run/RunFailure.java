package dev.codexrunner.run;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/** What can go wrong in the run itself, besides what its parts name. */
public enum RunFailure implements FailureText {
    WORKING_FOLDER_UNUSABLE(
            FailureKind.CONFIG,
            "The working folder %1$s can't be used.",
            "It does not exist, or is not a folder.",
            "Give --cd an existing folder, or start the runner in one."),
    IMAGE_UNREADABLE(
            FailureKind.CONFIG,
            "The picture %1$s can't be read.",
            "The system said: %2$s.",
            "Check the path given to --image, which is taken from the folder that the runner was started in."),
    TOKEN_IN_RECORD(
            FailureKind.POLICY,
            "The access token stands in what codex recorded of the run.",
            "Something that codex read or ran had it in it, so that the model, and with it the agent, has seen it.",
            "Revoke the token, and look in events.jsonl for what was read."),
    INPUT_NEVER_ENDED(
            FailureKind.TIMEOUT,
            "Reading %1$s did not end within %2$s s.",
            "Whoever holds the other end of the pipe never closed it.",
            "Close it, give the text as a file, or raise --timeout."),
    TIMEOUT_BEFORE_CODEX(
            FailureKind.TIMEOUT,
            "The run's %1$s s (--timeout) had passed before codex could start.",
            "%2$s",
            "Look at what it waited for, or raise --timeout."),
    HALTED(
            FailureKind.TIMEOUT,
            "The run did not come to its end, and was halted a minute after --timeout.",
            "What it waited for heeds no interrupt: a pipe that nobody reads, a dead network drive, a machine under too much load. There is no report, and nobody compared the files.",
            "Make the report with codex-runner replay FOLDER/events.jsonl, and start again from a clean checkout only."),
    HALTED_AT_THE_END(
            FailureKind.TIMEOUT,
            "The run had come to its end, but the runner was halted a minute after --timeout.",
            "Nobody read its standard output or standard error to the end.",
            "Read the result in the report folder; check what the two streams lead to."),
    REPLAY_WOULD_REPLACE(
            FailureKind.CONFIG,
            "%1$s holds the report of the run itself.",
            "A replay knows less than the run did, and would take its place.",
            "Name another folder with --report-dir, or none for a new one.");

    private final FailureWords words;

    RunFailure(FailureKind kind, String what, String why, String fix) {
        words = new FailureWords(kind, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
