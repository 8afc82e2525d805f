package dev.codexrunner.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.events.TokenUsage;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final Budgets ALL = new Budgets(OptionalLong.of(100), OptionalLong.of(3), OptionalLong.of(2));

    @Test
    void what_is_just_used_up_is_not_exceeded() {
        assertThat(Budget.firstExceeded(ALL, new Spending(100, 3, 2))).isEmpty();
    }

    @Test
    void each_budget_has_a_failure_of_its_own() {
        assertThat(code(ALL, new Spending(101, 0, 0))).contains("budget-exceeded");
        assertThat(code(ALL, new Spending(0, 4, 0))).contains("too-many-commands");
        assertThat(code(ALL, new Spending(0, 0, 3))).contains("too-many-file-changes");
    }

    @Test
    void the_failure_names_the_limit_and_what_was_used() {
        assertThat(Budget.firstExceeded(ALL, new Spending(0, 4, 0))
                        .orElseThrow()
                        .what())
                .isEqualTo("The agent began 4 commands, of which --max-commands allows 3.");
    }

    @Test
    void a_budget_of_none_allows_none() {
        Budgets noCommands = new Budgets(OptionalLong.empty(), OptionalLong.of(0), OptionalLong.empty());
        assertThat(code(noCommands, new Spending(0, 1, 0))).contains("too-many-commands");
        assertThat(code(noCommands, new Spending(0, 0, 0))).isEmpty();
    }

    @Test
    void without_budgets_nothing_exceeds_them() {
        assertThat(code(Budgets.NONE, new Spending(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE)))
                .isEmpty();
    }

    @Test
    void input_and_output_count_together_and_what_the_thread_used_before_does_not() {
        assertThat(Spending.tokens(Optional.of(usage(60, 41)), Optional.empty()))
                .isEqualTo(101);
        assertThat(Spending.tokens(Optional.of(usage(1060, 540)), Optional.of(usage(1000, 500))))
                .isEqualTo(100);
        assertThat(Spending.tokens(Optional.empty(), Optional.of(usage(1, 1)))).isZero();
    }

    private static Optional<String> code(Budgets budgets, Spending spending) {
        return Budget.firstExceeded(budgets, spending).map(failure -> failure.code());
    }

    private static TokenUsage usage(long input, long output) {
        return new TokenUsage(input, 0, 0, output, 0);
    }
}
