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
}
