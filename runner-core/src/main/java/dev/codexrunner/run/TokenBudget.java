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

    /**
     * What is left of a budget for a further attempt.
     *
     * @param maxTokens of the whole run
     * @param used by the attempts before; where it isn't known, no further attempt is made
     * @param before the sum of the attempt's thread before it
     */
    static TokenBudget after(OptionalLong maxTokens, Optional<TokenUsage> used, Optional<TokenUsage> before) {
        long spent = used.map(TokenUsage::total).orElse(0L);
        return new TokenBudget(
                maxTokens.isPresent() ? OptionalLong.of(maxTokens.getAsLong() - spent) : maxTokens, before);
    }

    /** Why a budget allows no further attempt; empty where it does, or where there is none. */
    static Optional<String> forbids(OptionalLong maxTokens, Optional<TokenUsage> used) {
        if (maxTokens.isEmpty()) {
            return Optional.empty();
        }
        if (used.isEmpty()) {
            return Optional.of("What the run has used is not known, so that --max-tokens could not be kept.");
        }
        return used.get().total() >= maxTokens.getAsLong() ? Optional.of("--max-tokens is used up.") : Optional.empty();
    }

    /** Whether the thread's sum says that this run has used more than it may. */
    boolean isExceededBy(TokenUsage thread) {
        long earlier = before.map(TokenBudget::total).orElse(0L);
        return maxTokens.isPresent() && total(thread) - earlier > maxTokens.getAsLong();
    }

    private static long total(TokenUsage usage) {
        return usage.inputTokens() + usage.outputTokens();
    }
}
