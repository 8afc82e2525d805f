package dev.codexrunner.jenkins.result;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One start of codex.
 *
 * @param number from 1
 * @param waitMs how long the runner waited before it, in milliseconds
 * @param resumed whether it went on with a thread that was there
 * @param kind how it ended, as in contract/exit-codes.json
 * @param retryReason why it was tried again, or why not
 */
public record AttemptView(
        int number,
        long waitMs,
        Optional<Instant> startedAt,
        OptionalLong durationMs,
        boolean resumed,
        OptionalInt exitCode,
        OptionalInt signal,
        String kind,
        String code,
        String reason,
        boolean retried,
        String retryReason,
        Optional<Tokens> usage) {

    public boolean success() {
        return kind.equals(RunKind.SUCCESS.wireName());
    }
}
