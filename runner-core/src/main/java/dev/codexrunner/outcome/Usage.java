package dev.codexrunner.outcome;

import dev.codexrunner.events.TokenUsage;
import java.util.Optional;

/**
 * Tokens of this run and of its thread. What isn't known is empty, never a guess.
 *
 * @param run this run alone; empty where the thread's sum before it isn't known
 * @param thread the thread's running sum as codex gave it
 */
public record Usage(Optional<TokenUsage> run, Optional<TokenUsage> thread) {

    public static final Usage UNKNOWN = new Usage(Optional.empty(), Optional.empty());

    /**
     * @param thread the sum that {@code turn.completed} gave; all noughts mean that codex didn't count (it doesn't for
     *     a review), since no turn is free
     * @param resumed whether the thread is older than this run
     * @param before the thread's sum before this run; only asked for where resumed
     */
    public static Usage of(Optional<TokenUsage> thread, boolean resumed, Optional<TokenUsage> before) {
        Optional<TokenUsage> counted = thread.filter(sum -> !sum.isZero());
        Optional<TokenUsage> baseline = resumed ? before : Optional.of(TokenUsage.ZERO);
        return new Usage(counted.flatMap(sum -> baseline.flatMap(sum::since)), counted);
    }
}
