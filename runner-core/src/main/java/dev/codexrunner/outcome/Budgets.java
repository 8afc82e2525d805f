package dev.codexrunner.outcome;

import dev.codexrunner.config.LimitConfig;
import java.util.OptionalLong;

/**
 * How much of each {@link Budget} a run has, all attempts together; empty: no bound.
 *
 * @param maxTokens input and output together
 * @param maxCommands commands that the agent begins
 * @param maxFileChanges files that are changed
 */
public record Budgets(OptionalLong maxTokens, OptionalLong maxCommands, OptionalLong maxFileChanges) {

    public static final Budgets NONE = new Budgets(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

    public static Budgets of(LimitConfig limits) {
        return new Budgets(limits.maxTokens(), limits.maxCommands(), limits.maxFileChanges());
    }
}
