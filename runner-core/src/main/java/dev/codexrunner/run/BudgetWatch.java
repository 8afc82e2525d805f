package dev.codexrunner.run;

import dev.codexrunner.events.TokenUsage;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.outcome.Budget;
import dev.codexrunner.outcome.Budgets;
import dev.codexrunner.outcome.Spending;
import dev.codexrunner.outcome.Transcript;
import dev.codexrunner.outcome.TranscriptBuilder;
import java.util.Optional;
import java.util.function.Supplier;

/** A run's budgets while it lasts, over all its attempts. What was exceeded once stays exceeded. Thread-safe. */
final class BudgetWatch {

    private final Budgets budgets;
    private final Supplier<Optional<TokenUsage>> before;
    private Optional<Failure> exceeded = Optional.empty();

    /** @param before the thread's sum before this run, asked for when codex has begun */
    BudgetWatch(Budgets budgets, Supplier<Optional<TokenUsage>> before) {
        this.budgets = budgets;
        this.before = before;
    }

    /** Takes the thread's sum of tokens, and says whether the run is to be ended. */
    boolean seeTokens(Optional<TokenUsage> thread) {
        return see(new Spending(Spending.tokens(thread, before.get()), 0, 0));
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
        see(Spending.of(transcript, before.get())
                .withTokens(Spending.tokens(ended.rollout().threadUsage(), before.get())));
        synchronized (this) {
            return exceeded;
        }
    }
}
