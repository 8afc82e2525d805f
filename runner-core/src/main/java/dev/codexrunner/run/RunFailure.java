package dev.codexrunner.run;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;

/** What can go wrong in the run itself, besides what its parts name. */
public enum RunFailure implements FailureText {
    WORKING_FOLDER_UNUSABLE(
            FailureKind.CONFIG,
            "The working folder %1$s can't be used.",
            "It does not exist, or is not a folder.",
            "Give --cd an existing folder, or start the runner in one.");

    private final FailureKind kind;
    private final String what;
    private final String why;
    private final String fix;

    RunFailure(FailureKind kind, String what, String why, String fix) {
        this.kind = kind;
        this.what = what;
        this.why = why;
        this.fix = fix;
    }

    @Override
    public FailureKind kind() {
        return kind;
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String why() {
        return why;
    }

    @Override
    public String fix() {
        return fix;
    }
}
