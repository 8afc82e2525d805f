package dev.codexrunner.changes;

import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;
import dev.codexrunner.file.SystemReason;
import java.io.IOException;

/** What a run may not change. None is retryable: a second run would take the changed files for what was there before. */
public enum ChangeFailure implements FailureText {
    GATED_CHANGE(
            "The run changed %1$s that later steps run or obey by name: %2$s.",
            "Such files act with the pipeline's own rights, and the agent's text may come from a stranger.",
            "Look at the change and discard the working folder; or expect it with --allow-gated-changes %3$s, knowing that"
                    + " what the agent writes there will be run."),
    DENIED_CHANGE(
            "The run changed %1$s that --deny-changes names: %2$s.",
            "All files were compared with what they were before the run, whatever codex told of it.",
            "Look at the change and discard the working folder; say in the prompt what is not to be touched."),
    UNEXPECTED_CHANGE(
            "The run changed %1$s that no --allow-changes covers: %2$s.",
            "All files were compared with what they were before the run, ignored ones too, whatever codex told of it.",
            "Look at the change and discard the working folder; or expect it with --allow-changes %3$s."),
    CHANGES_NOT_KNOWN(
            "What the run changes can't be told: %1$s.",
            "A run that may change files is no success where nobody knows which.",
            "Give the agent a smaller working folder that the job's user can read; or take the risk that it changes what"
                    + " later steps run, with --allow-unchecked-changes.");

    private final FailureWords words;

    ChangeFailure(String what, String why, String fix) {
        words = new FailureWords(FailureKind.POLICY, false, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }

    static FailureException notKnown(String path, Exception reason) {
        String why = reason instanceof IOException io ? SystemReason.of(io) : "it changed meanwhile";
        return CHANGES_NOT_KNOWN.with(PathText.shown(path) + ": " + why).asException();
    }
}
