package dev.codexrunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.events.TokenUsage;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TokenBudgetTest {

    @Test
    void input_and_output_count_together() {
        TokenBudget budget = new TokenBudget(OptionalLong.of(100), Optional.empty());
        assertThat(budget.isExceededBy(usage(60, 40))).isFalse();
        assertThat(budget.isExceededBy(usage(60, 41))).isTrue();
    }

    @Test
    void what_the_thread_used_before_this_run_does_not_count() {
        TokenBudget budget = new TokenBudget(OptionalLong.of(100), Optional.of(usage(1000, 500)));
        assertThat(budget.isExceededBy(usage(1060, 540))).isFalse();
        assertThat(budget.isExceededBy(usage(1100, 540))).isTrue();
    }

    @Test
    void without_a_budget_nothing_exceeds_it() {
        assertThat(new TokenBudget(OptionalLong.empty(), Optional.empty()).isExceededBy(usage(Long.MAX_VALUE / 2, 1)))
                .isFalse();
    }

    private static TokenUsage usage(long input, long output) {
        return new TokenUsage(input, 0, 0, output, 0);
    }
}
