package dev.codexrunner.run;

import dev.codexrunner.events.TokenUsage;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The bound on a run's tokens, input and output together.
 *
 * @param maxTokens of this run; empty: no bound
 * @param before the thread's sum before this run; empty where it isn't known, and then everything counts
 */
record TokenBudget(OptionalLong maxTokens, Optional<TokenUsage> before) {

    /** Whether the thread's sum says that this run has used more than it may. */
    boolean isExceededBy(TokenUsage thread) {
        long earlier = before.map(TokenBudget::total).orElse(0L);
        return maxTokens.isPresent() && total(thread) - earlier > maxTokens.getAsLong();
    }

    private static long total(TokenUsage usage) {
        return usage.inputTokens() + usage.outputTokens();
    }
}
