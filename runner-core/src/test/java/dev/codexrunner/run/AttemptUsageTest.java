package dev.codexrunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.events.TokenUsage;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AttemptUsageTest {

    private static final Optional<TokenUsage> UNKNOWN = Optional.empty();
    private static final Optional<TokenUsage> NONE = Optional.of(TokenUsage.ZERO);

    private static Optional<TokenUsage> calls(int number) {
        return Optional.of(new TokenUsage(100L * number, 40L * number, 0, 20L * number, 5L * number));
    }

    @Test
    void an_attempt_used_what_came_on_top_of_its_thread() {
        assertThat(AttemptUsage.of(calls(2), calls(5), calls(5), false).own()).isEqualTo(calls(3));
    }

    @Test
    void a_failed_turn_is_counted_by_the_rollout_file_alone() {
        assertThat(AttemptUsage.of(NONE, calls(1), UNKNOWN, true).own()).isEqualTo(calls(1));
    }

    @Test
    void what_a_killed_codex_forgot_is_still_counted() {
        assertThat(AttemptUsage.of(calls(2), calls(3), calls(2), true)).isEqualTo(new AttemptUsage(calls(1), calls(3)));
    }

    @Test
    void without_a_rollout_file_the_stream_tells() {
        assertThat(AttemptUsage.of(calls(2), UNKNOWN, calls(3), false).own()).isEqualTo(calls(1));
    }

    @Test
    void no_answer_is_no_use_and_what_nobody_counted_is_not_known() {
        assertThat(AttemptUsage.of(calls(2), UNKNOWN, UNKNOWN, true).own()).isEqualTo(NONE);
        assertThat(AttemptUsage.of(calls(2), UNKNOWN, UNKNOWN, false).own()).isEmpty();
        assertThat(AttemptUsage.of(NONE, UNKNOWN, NONE, false).own()).isEmpty();
        assertThat(AttemptUsage.of(UNKNOWN, calls(2), UNKNOWN, false).own()).isEmpty();
    }

    @Test
    void a_budget_holds_over_all_attempts_together() {
        TokenBudget left = TokenBudget.after(OptionalLong.of(300), calls(1), calls(1));

        assertThat(left.isExceededBy(calls(2).orElseThrow())).isFalse();
        assertThat(left.isExceededBy(calls(3).orElseThrow())).isTrue();
    }

    @Test
    void a_budget_that_is_spent_or_that_nobody_can_keep_forbids_a_further_attempt() {
        assertThat(TokenBudget.forbids(OptionalLong.of(300), calls(2))).isEmpty();
        assertThat(TokenBudget.forbids(OptionalLong.of(240), calls(2))).isPresent();
        assertThat(TokenBudget.forbids(OptionalLong.of(300), UNKNOWN)).isPresent();
        assertThat(TokenBudget.forbids(OptionalLong.empty(), UNKNOWN)).isEmpty();
    }
}
