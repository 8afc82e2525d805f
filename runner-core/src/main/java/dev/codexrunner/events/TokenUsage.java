package dev.codexrunner.events;

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
}
