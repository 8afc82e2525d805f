package dev.codexrunner.outcome;

import dev.codexrunner.events.TokenUsage;
import java.util.Optional;

/**
 * How much of each {@link Budget} a run has used.
 *
 * @param tokens of this run; zero where nobody told of any
 * @param commands that were begun
 * @param changedFiles files that were changed; by codex's own account, unless somebody looked
 */
public record Spending(long tokens, long commands, long changedFiles) {

    /** What the transcript of a whole run tells, without the tokens that only a rollout file knows. */
    public static Spending of(Transcript transcript, Optional<TokenUsage> before) {
        return new Spending(
                tokens(transcript.threadUsage(), before),
                transcript.counts().commands(),
                ChangedFiles.count(transcript.fileChanges()));
    }

    /**
     * A run's tokens, from its thread's sums.
     *
     * @param thread the sum now
     * @param before the sum before this run; empty where it isn't known, and then everything counts
     */
    public static long tokens(Optional<TokenUsage> thread, Optional<TokenUsage> before) {
        return Math.max(
                0,
                thread.map(TokenUsage::total).orElse(0L)
                        - before.map(TokenUsage::total).orElse(0L));
    }

    /** The same, where somebody else counts the tokens. */
    public Spending withoutTokens() {
        return new Spending(0, commands, changedFiles);
    }
}
