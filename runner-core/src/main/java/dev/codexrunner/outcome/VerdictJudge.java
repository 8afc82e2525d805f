package dev.codexrunner.outcome;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.outcome.Transcript.TurnState;
import java.util.Optional;

/**
 * Judges a run. Pure. Success is claimed only for exit code 0, and a completed turn, and everything asked for;
 * everything else is a named failure, of its cause's kind where one is known.
 */
public final class VerdictJudge {

    private static final int SIGNAL_BASE = 128;
    private static final int KILL = 9;

    private VerdictJudge() {}

    public static Verdict judge(
            Transcript transcript, CodexExit exit, StderrSummary stderr, Requirements requirements) {
        return failure(transcript, exit, stderr)
                .or(() -> SandboxSigns.failure(transcript))
                .or(() -> Gates.firstClosed(transcript, stderr, requirements))
                .map(Verdict::of)
                .orElseGet(Verdict::success);
    }

    private static Optional<Failure> failure(Transcript transcript, CodexExit exit, StderrSummary stderr) {
        return switch (exit.ending()) {
            case CANCELLED ->
                Optional.of(EndFailure.CANCELLED
                        .with(exit.signal().orElse(0))
                        .withSignal(exit.signal().orElse(0)));
            case TIMED_OUT -> Optional.of(EndFailure.OVERALL_TIMEOUT.with(lastSign(transcript)));
            case IDLE -> Optional.of(EndFailure.IDLE_TIMEOUT.with(lastSign(transcript)));
            case OVER_BUDGET -> Optional.of(EndFailure.BUDGET_EXCEEDED.with());
            case OUTPUT_FAILED -> Optional.of(EndFailure.OUTPUT_NOT_TAKEN_IN.with());
            case UNKNOWN -> Optional.of(turnFailure(transcript).orElseGet(() -> EndFailure.EXIT_UNKNOWN.with()));
            case EXITED -> exited(transcript, exit.exitCode().orElse(-1), stderr);
        };
    }

    private static Optional<Failure> exited(Transcript transcript, int exitCode, StderrSummary stderr) {
        Optional<Failure> failedTurn = turnFailure(transcript);
        if (failedTurn.isPresent()) {
            return failedTurn;
        }
        if (transcript.turn() == TurnState.COMPLETED) {
            return exitCode == 0 ? Optional.empty() : Optional.of(brokenOff(transcript, exitCode, stderr));
        }
        return Optional.of(exitCode == 0 ? noTerminalEvent(exitCode, stderr) : brokenOff(transcript, exitCode, stderr));
    }

    private static Optional<Failure> turnFailure(Transcript transcript) {
        return transcript
                .turnFailure()
                .map(message -> CauseRules.ofMessage(message)
                        .or(() -> transcript.lastStreamError().flatMap(CauseRules::ofMessage))
                        .orElseGet(() -> CauseRules.explain(ServiceFailure.TURN_FAILED, message)));
    }

    /** codex ended badly without a word about its turn. */
    private static Failure brokenOff(Transcript transcript, int exitCode, StderrSummary stderr) {
        if (exitCode > SIGNAL_BASE && exitCode < SIGNAL_BASE + 65) {
            return killed(exitCode - SIGNAL_BASE);
        }
        if (transcript.turn() == TurnState.COMPLETED) {
            return transcript
                    .lastStreamError()
                    .flatMap(CauseRules::ofMessage)
                    .orElseGet(() -> EndFailure.EXIT_CONTRADICTS_STREAM.with(exitCode, lastLine(stderr)));
        }
        if (transcript.turn() == TurnState.NONE) {
            return notStarted(transcript, exitCode, stderr);
        }
        return transcript
                .lastStreamError()
                .flatMap(CauseRules::ofMessage)
                .orElseGet(() -> noTerminalEvent(exitCode, stderr));
    }

    private static Failure notStarted(Transcript transcript, int exitCode, StderrSummary stderr) {
        return CauseRules.ofStart(stderr)
                .or(() -> transcript.lastStreamError().flatMap(CauseRules::ofMessage))
                .or(() -> CauseRules.ofMessage(stderr.lastLine()))
                .orElseGet(() -> exitCode == 2
                        ? CauseRules.explain(StartFailure.CODEX_USAGE, stderr.excerpt())
                        : StartFailure.CODEX_DID_NOT_START.with(
                                stderr.lastLine().isEmpty() ? "nothing." : stderr.lastLine(), exitCode));
    }

    private static Failure killed(int signal) {
        String why = signal == KILL
                ? "Most often that is the system running out of memory."
                : "codex has no graceful end for it, so its work may be half done.";
        return EndFailure.CODEX_KILLED.with(signal, why);
    }

    private static Failure noTerminalEvent(int exitCode, StderrSummary stderr) {
        return EndFailure.NO_TERMINAL_EVENT.with(exitCode, lastLine(stderr));
    }

    private static String lastLine(StderrSummary stderr) {
        return stderr.lastLine().isEmpty() ? "" : " Its last words: " + stderr.lastLine();
    }

    /** A timeout with a connection that never came says more than a timeout alone. */
    private static String lastSign(Transcript transcript) {
        if (transcript.turn() == TurnState.NONE) {
            return "It had not begun its turn.";
        }
        if (transcript.lastStreamError().isPresent()) {
            return "The last error was: "
                    + CauseRules.oneLine(transcript.lastStreamError().get());
        }
        return transcript.counts().commandsUnfinished() > 0
                ? "A command of the agent was still running."
                : "It was waiting for the model.";
    }
}
