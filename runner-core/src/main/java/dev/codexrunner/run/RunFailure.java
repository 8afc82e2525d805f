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
            "Give --cd an existing folder, or start the runner in one.");

    private final FailureWords words;

    RunFailure(FailureKind kind, String what, String why, String fix) {
        words = new FailureWords(kind, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
