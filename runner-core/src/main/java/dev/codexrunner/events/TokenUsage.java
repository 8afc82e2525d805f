package dev.codexrunner.events;

import java.util.Optional;

/**
 * Token counts as {@code turn.completed} gives them: the running sum of the thread, all earlier runs included.
 *
 * @param inputTokens of which {@code cachedInputTokens} came from the cache
 * @param cachedInputTokens part of the input
 * @param cacheWriteInputTokens part of the input
 * @param outputTokens of which {@code reasoningOutputTokens} were reasoning
 * @param reasoningOutputTokens part of the output
 */
public record TokenUsage(
        long inputTokens,
        long cachedInputTokens,
        long cacheWriteInputTokens,
        long outputTokens,
        long reasoningOutputTokens) {

    public static final TokenUsage ZERO = new TokenUsage(0, 0, 0, 0, 0);

    /** Whether every count is nought; {@code codex exec review} reports so whatever it used. */
    public boolean isZero() {
        return equals(ZERO);
    }

    /** Input and output; the other counts are parts of these two. */
    public long total() {
        return inputTokens + outputTokens;
    }

    /** Both together. */
    public TokenUsage plus(TokenUsage other) {
        return new TokenUsage(
                inputTokens + other.inputTokens,
                cachedInputTokens + other.cachedInputTokens,
                cacheWriteInputTokens + other.cacheWriteInputTokens,
                outputTokens + other.outputTokens,
                reasoningOutputTokens + other.reasoningOutputTokens);
    }

    /** What came on top of an earlier sum; empty where that is larger, so that it can't be of the same thread. */
    public Optional<TokenUsage> since(TokenUsage earlier) {
        TokenUsage difference = new TokenUsage(
                inputTokens - earlier.inputTokens,
                cachedInputTokens - earlier.cachedInputTokens,
                cacheWriteInputTokens - earlier.cacheWriteInputTokens,
                outputTokens - earlier.outputTokens,
                reasoningOutputTokens - earlier.reasoningOutputTokens);
        boolean grown = difference.inputTokens >= 0
                && difference.cachedInputTokens >= 0
                && difference.cacheWriteInputTokens >= 0
                && difference.outputTokens >= 0
                && difference.reasoningOutputTokens >= 0;
        return grown ? Optional.of(difference) : Optional.empty();
    }
}
