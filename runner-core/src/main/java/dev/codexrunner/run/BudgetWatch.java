package dev.codexrunner.run;

import dev.codexrunner.events.TokenUsage;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.outcome.Budget;
import dev.codexrunner.outcome.Budgets;
import dev.codexrunner.outcome.Spending;
import dev.codexrunner.outcome.Transcript;
import dev.codexrunner.outcome.TranscriptBuilder;
import java.util.Optional;

/** A run's budgets while it lasts, over all its attempts. What was exceeded once stays exceeded. Thread-safe. */
final class BudgetWatch {

    private final Budgets budgets;
    private long usedBefore;
    private Optional<TokenUsage> threadBefore = Optional.empty();
    private Optional<Failure> exceeded = Optional.empty();

    BudgetWatch(Budgets budgets) {
        this.budgets = budgets;
    }

    /**
     * An attempt begins.
     *
     * @param used by the attempts before; where it isn't known, {@link #forbidsAnother} has had its say
     * @param before the sum of the attempt's thread before it; empty where it isn't known, and then everything counts
     */
    synchronized void begin(Optional<TokenUsage> used, Optional<TokenUsage> before) {
        usedBefore = used.map(TokenUsage::total).orElse(0L);
        threadBefore = before;
    }

    /**
     * Why the budget allows no further attempt; empty where it does.
     *
     * @param used by all attempts; empty where it isn't known of each
     */
    Optional<String> forbidsAnother(Optional<TokenUsage> used) {
        if (budgets.maxTokens().isEmpty()) {
            return Optional.empty();
        }
        if (used.isEmpty()) {
            return Optional.of("What the run has used is not known, so that --max-tokens could not be kept.");
        }
        return used.get().total() >= budgets.maxTokens().getAsLong()
                ? Optional.of("--max-tokens is used up.")
                : Optional.empty();
    }

    /** Takes the sum of the attempt's thread, and says whether the run is to be ended. */
    synchronized boolean seeTokens(Optional<TokenUsage> thread) {
        return see(new Spending(usedBefore + Spending.tokens(thread, threadBefore), 0, 0));
    }

    /** Takes what the agent has done so far, and says whether the run is to be ended. */
    boolean seeWork(TranscriptBuilder work) {
        return see(new Spending(0, work.commandsBegun(), work.filesPatched()));
    }

    private synchronized boolean see(Spending spending) {
        if (exceeded.isEmpty()) {
            exceeded = Budget.firstExceeded(budgets, spending);
        }
        return exceeded.isPresent();
    }

    /**
     * The failure of a run that used more than it may, also where codex had ended by itself before anybody noticed;
     * empty where it was a signal to the runner that ended it.
     */
    Optional<Failure> exceeded(Transcript transcript, CodexAttempt.Ended ended) {
        if (ended.exit().cancelSignal().isPresent()) {
            return Optional.empty();
        }
        seeTokens(ended.rollout().threadUsage());
        seeTokens(transcript.threadUsage());
        see(Spending.of(transcript, Optional.empty()).withoutTokens());
        synchronized (this) {
            return exceeded;
        }
    }
}
