package dev.codexrunner.journal;

import dev.codexrunner.events.TokenUsage;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One start of codex, as {@code attempts.jsonl} keeps it: a line when it begins and one when it has ended. A later line
 * of the same number stands for the earlier one.
 *
 * @param number from 1
 * @param resumed whether it went on with a thread that was there before
 * @param waitMs how long the runner waited before it, in milliseconds
 * @param end how it ended; empty while it hasn't, and for ever where the runner was killed meanwhile
 */
public record RecordedAttempt(int number, Instant startedAt, boolean resumed, long waitMs, Optional<End> end) {

    /**
     * @param durationMs how long codex ran, in milliseconds
     * @param threadId the thread that the attempt named; empty where it named none
     * @param exitCode codex's own, 128 plus n for a signal
     * @param signal the signal that codex died of
     * @param kind the verdict over this attempt, as reports name it
     * @param code the verdict's stable name
     * @param reason the verdict in words
     * @param retried whether another attempt followed
     * @param retryReason why one did or did not, as a sentence; empty after a success
     * @param usage of this attempt alone; empty where it isn't known
     * @param threadUsage the thread's sum after it; empty where it isn't known
     */
    public record End(
            Instant at,
            long durationMs,
            Optional<String> threadId,
            OptionalInt exitCode,
            OptionalInt signal,
            String kind,
            String code,
            String reason,
            boolean retried,
            String retryReason,
            Optional<TokenUsage> usage,
            Optional<TokenUsage> threadUsage) {

        /** The same, where what was decided after it came to nothing. */
        public End notRetriedSince(String why) {
            return new End(
                    at, durationMs, threadId, exitCode, signal, kind, code, reason, false, why, usage, threadUsage);
        }
    }

    /** The attempt with its end. */
    public RecordedAttempt ended(End how) {
        return new RecordedAttempt(number, startedAt, resumed, waitMs, Optional.of(how));
    }
}
