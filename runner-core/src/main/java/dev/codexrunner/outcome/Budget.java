package dev.codexrunner.outcome;

import dev.codexrunner.failure.Failure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A thing that a run may use only so much of. Pure.
 *
 * @param failure of the run that uses more; its details are the limit and what was used
 */
public record Budget(EndFailure failure, Function<Budgets, OptionalLong> limit, ToLongFunction<Spending> used) {

    /** A new budget registers here. */
    private static final List<Budget> ALL = List.of(
            new Budget(EndFailure.BUDGET_EXCEEDED, Budgets::maxTokens, Spending::tokens),
            new Budget(EndFailure.TOO_MANY_COMMANDS, Budgets::maxCommands, Spending::commands),
            new Budget(EndFailure.TOO_MANY_FILE_CHANGES, Budgets::maxFileChanges, Spending::changedFiles));

    /** The first budget that is exceeded, as the run's failure. */
    public static Optional<Failure> firstExceeded(Budgets budgets, Spending spending) {
        return ALL.stream()
                .flatMap(budget -> budget.exceeded(budgets, spending).stream())
                .findFirst();
    }

    private Optional<Failure> exceeded(Budgets budgets, Spending spending) {
        OptionalLong most = limit.apply(budgets);
        long actual = used.applyAsLong(spending);
        return most.isPresent() && actual > most.getAsLong()
                ? Optional.of(failure.with(most.getAsLong(), actual))
                : Optional.empty();
    }
}
