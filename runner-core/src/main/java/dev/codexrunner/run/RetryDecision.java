package dev.codexrunner.run;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.outcome.Transcript;
import dev.codexrunner.outcome.Verdict;
import java.time.Duration;
import java.util.Set;

/** Whether a failed attempt deserves another one. Pure. */
final class RetryDecision {

    /**
     * Kinds whose cause often passes within minutes. Not LIMITED: a quota doesn't fill up while we wait. Not TIMEOUT: the
     * time is spent. Not OUTPUT_INVALID: the work is done, and doing it again costs as much as it did.
     */
    private static final Set<FailureKind> PASSING =
            Set.of(FailureKind.CONNECTIVITY, FailureKind.TURN_FAILED, FailureKind.NO_VERDICT);

    private RetryDecision() {}

    /**
     * @param attempts how many were made
     * @param retries how many further ones are allowed
     * @param timeLeft of the overall timeout
     * @param wait before the next attempt
     */
    static boolean again(
            Verdict verdict, Transcript transcript, int attempts, int retries, Duration timeLeft, Duration wait) {
        return attempts <= retries
                && verdict.retryable()
                && PASSING.contains(verdict.kind())
                && didNothing(transcript)
                && timeLeft.compareTo(wait) > 0;
    }

    /** Commands and patches are not undone: starting over on half-done work may do it twice. */
    private static boolean didNothing(Transcript transcript) {
        return transcript.counts().commands() == 0
                && transcript.counts().patches() == 0
                && transcript.counts().toolCalls() == 0;
    }
}
