package dev.codexrunner.outcome;

import dev.codexrunner.launch.ProcessExit;
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
        /** We ended it: what it printed could no longer be taken in. */
        OUTPUT_FAILED,
        /** Nobody saw it: the runner was killed, and this is a replay. */
        UNKNOWN
    }

    /** The end of a supervised process. */
    public static CodexExit of(ProcessExit exit) {
        Ending ending = switch (exit.ending()) {
            case EXITED -> Ending.EXITED;
            case TIMEOUT -> Ending.TIMED_OUT;
            case IDLE_TIMEOUT -> Ending.IDLE;
            case LIMIT -> Ending.OVER_BUDGET;
            case CANCELLED -> Ending.CANCELLED;
            case OUTPUT_FAILED -> Ending.OUTPUT_FAILED;
        };
        return new CodexExit(OptionalInt.of(exit.exitCode()), ending, exit.cancelSignal());
    }

    public static CodexExit exited(int exitCode) {
        return new CodexExit(OptionalInt.of(exitCode), Ending.EXITED, OptionalInt.empty());
    }

    public static CodexExit unknown() {
        return new CodexExit(OptionalInt.empty(), Ending.UNKNOWN, OptionalInt.empty());
    }
}
