package dev.codexrunner.run;

import dev.codexrunner.launch.ProcessExit;
import dev.codexrunner.outcome.CodexExit;
import java.util.OptionalInt;

/** Says in the judge's words how a supervised process ended. */
final class CodexExits {

    private CodexExits() {}

    static CodexExit of(ProcessExit exit) {
        CodexExit.Ending ending = switch (exit.ending()) {
            // Output that we could not take in is our failure, which the caller reports before it judges.
            case EXITED, OUTPUT_FAILED -> CodexExit.Ending.EXITED;
            case TIMEOUT -> CodexExit.Ending.TIMED_OUT;
            case IDLE_TIMEOUT -> CodexExit.Ending.IDLE;
            case CANCELLED -> CodexExit.Ending.CANCELLED;
            case LIMIT -> CodexExit.Ending.OVER_BUDGET;
        };
        return new CodexExit(OptionalInt.of(exit.exitCode()), ending, exit.cancelSignal());
    }
}
