package dev.codexrunner.outcome;

import java.util.OptionalInt;

/**
 * How codex's process ended, as far as the verdict cares.
 *
 * @param exitCode as the system gave it, 128 plus n for a signal; empty where nobody knows
 * @param ending why it ended
 * @param signal for {@link Ending#CANCELLED} the signal that the runner itself got
 */
public record CodexExit(OptionalInt exitCode, Ending ending, OptionalInt signal) {

    /** Why the process ended. */
    public enum Ending {
        /** By itself, or by a signal from somebody else. */
        EXITED,
        /** We ended it: the overall timeout. */
        TIMED_OUT,
        /** We ended it: too long silent. */
        IDLE,
        /** We ended it: the token budget was spent. */
        OVER_BUDGET,
        /** We ended it because we were told to end ourselves. */
        CANCELLED,
        /** Nobody saw it: the runner was killed, and this is a replay. */
        UNKNOWN
    }

    public static CodexExit exited(int exitCode) {
        return new CodexExit(OptionalInt.of(exitCode), Ending.EXITED, OptionalInt.empty());
    }

    public static CodexExit unknown() {
        return new CodexExit(OptionalInt.empty(), Ending.UNKNOWN, OptionalInt.empty());
    }
}
