package dev.codexrunner.jenkins.result;

/**
 * Tokens of a run, an attempt or a thread.
 *
 * @param input tokens read, {@code cachedInput} of them from the cache
 * @param output tokens written, {@code reasoningOutput} of them for reasoning
 */
public record Tokens(long input, long cachedInput, long output, long reasoningOutput) {

    public long total() {
        return input + output;
    }
}
