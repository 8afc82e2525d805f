package dev.codexrunner.rotation;

/** Stands for SIGKILL: nothing of the rotator runs after it. An Error, so that no catch of ours takes it for a failure. */
final class Killed extends Error {

    private static final long serialVersionUID = 1L;

    Killed(String where) {
        super(where);
    }
}
