package dev.codexrunner.run;

import dev.codexrunner.events.TokenUsage;
import dev.codexrunner.journal.RecordedAttempt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How an attempt is to begin. Pure.
 *
 * @param number from 1
 * @param waited before it
 * @param continued a thread of this run whose stream was lost; empty where the task is given from its beginning
 * @param task the thread that the user named with {@code --resume}
 * @param threadBefore the sum of the attempt's thread before it; empty where it isn't known
 */
record AttemptPlan(
        int number,
        Duration waited,
        Optional<String> continued,
        Optional<String> task,
        Optional<TokenUsage> threadBefore) {

    /** What an interrupted agent is told. The task itself is in the thread already. */
    static final String CONTINUE = "The last turn was interrupted before it was complete. Continue where you stopped."
            + " Check what is already done before you repeat any of it. Then finish the task as it was given, with the"
            + " final answer in the form that was asked for.";

    /** @param baseline the sum of the thread that the user named, before this run */
    static AttemptPlan first(Optional<String> task, Optional<TokenUsage> baseline) {
        return new AttemptPlan(1, Duration.ZERO, Optional.empty(), task, begins(task, baseline));
    }

    /** @param after the sum of the last attempt's thread after it */
    AttemptPlan next(RetryDecision.Again again, Optional<TokenUsage> after) {
        return new AttemptPlan(
                number + 1,
                again.pause(),
                again.thread(),
                task,
                again.thread().isPresent() ? after : begins(task, after));
    }

    private static Optional<TokenUsage> begins(Optional<String> thread, Optional<TokenUsage> sum) {
        return thread.isPresent() ? sum : Optional.of(TokenUsage.ZERO);
    }

    /** The thread that it goes on with; empty where it begins one. */
    Optional<String> thread() {
        return continued.or(() -> task);
    }

    String prompt(String given) {
        return continued.isPresent() ? CONTINUE : given;
    }

    /** As the record has it when it begins. */
    RecordedAttempt begun(Instant now) {
        return new RecordedAttempt(number, now, thread().isPresent(), waited.toMillis(), Optional.empty());
    }
}
