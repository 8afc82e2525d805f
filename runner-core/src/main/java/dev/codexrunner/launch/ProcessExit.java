package dev.codexrunner.launch;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a supervised process ended.
 *
 * @param exitCode its exit code; 128 plus the signal's number where it died of one
 * @param signal the signal that it died of, as far as the exit code tells
 * @param ending why it ended
 * @param cancelSignal the signal to the runner that was the reason, with {@link Ending#CANCELLED}
 * @param duration from its start to the end of everything
 * @param drainCut whether a stream was still held open by another process when the wait for it was given up, so that the
 *     last output may be missing. Where it is false, all that codex itself wrote has come; what a process that it left wrote
 *     after it may not have: Java closes the pipe at the child's end, with what stands in it read
 * @param leftoverProcesses how many processes it left behind, which were ended after it
 * @param outputFailure what went wrong in taking in its output: the first exception that one of the two streams threw
 */
public record ProcessExit(
        int exitCode,
        OptionalInt signal,
        Ending ending,
        OptionalInt cancelSignal,
        Duration duration,
        boolean drainCut,
        int leftoverProcesses,
        Optional<Exception> outputFailure) {

    private static final int SIGNAL_BASE = 128;
    private static final int LAST_SIGNAL = 64;

    /** The signal that an exit code stands for, after the convention of shells and of Java's {@link Process}. */
    static OptionalInt signalOf(int exitCode) {
        return exitCode > SIGNAL_BASE && exitCode <= SIGNAL_BASE + LAST_SIGNAL
                ? OptionalInt.of(exitCode - SIGNAL_BASE)
                : OptionalInt.empty();
    }
}
