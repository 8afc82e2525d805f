package dev.codexrunner.run;

import dev.codexrunner.events.TokenUsage;
import dev.codexrunner.journal.RecordedAttempt;
import dev.codexrunner.outcome.Usage;
import java.util.List;
import java.util.Optional;

/**
 * What one attempt used. codex counts by thread and never stops adding, also where a thread is resumed; a run counts by
 * attempt. Pure; what isn't known is empty.
 *
 * @param own of the attempt alone
 * @param thread its thread's sum after it
 */
record AttemptUsage(Optional<TokenUsage> own, Optional<TokenUsage> thread) {

    /**
     * @param before the thread's sum before the attempt
     * @param rollout the sum that codex's rollout file has; it knows of failed turns too
     * @param stream the sum that {@code turn.completed} gave; all noughts mean that codex didn't count
     * @param uncounted whether codex surely got no answer to count
     */
    static AttemptUsage of(
            Optional<TokenUsage> before, Optional<TokenUsage> rollout, Optional<TokenUsage> stream, boolean uncounted) {
        Optional<TokenUsage> counted = stream.filter(sum -> !sum.isZero());
        Optional<TokenUsage> after = rollout.filter(
                        sum -> counted.isEmpty() || sum.total() >= counted.get().total())
                .or(() -> counted)
                .or(() -> uncounted ? before : Optional.empty());
        return new AttemptUsage(after.flatMap(sum -> before.flatMap(sum::since)), after);
    }

    /** The sum over attempts that have ended; empty as soon as one isn't known. */
    static Optional<TokenUsage> sum(List<RecordedAttempt> attempts) {
        Optional<TokenUsage> sum = Optional.of(TokenUsage.ZERO);
        for (RecordedAttempt attempt : attempts) {
            Optional<TokenUsage> own = attempt.end().flatMap(RecordedAttempt.End::usage);
            sum = sum.flatMap(total -> own.map(total::plus));
        }
        return sum;
    }

    /** Of the whole run; without a record of attempts, what the stream alone can tell. */
    static Usage ofRun(List<RecordedAttempt> attempts, Usage streamAlone) {
        if (attempts.isEmpty()) {
            return streamAlone;
        }
        Optional<TokenUsage> thread = attempts.get(attempts.size() - 1).end().flatMap(RecordedAttempt.End::threadUsage);
        return new Usage(sum(attempts), thread.or(streamAlone::thread).filter(total -> !total.isZero()));
    }
}
