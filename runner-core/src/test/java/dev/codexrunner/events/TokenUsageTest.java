package dev.codexrunner.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenUsageTest {

    private static final TokenUsage EARLIER = new TokenUsage(100, 40, 7, 20, 5);

    @Test
    void the_difference_is_taken_of_every_count() {
        assertThat(new TokenUsage(300, 120, 10, 60, 15).since(EARLIER)).contains(new TokenUsage(200, 80, 3, 40, 10));
        assertThat(EARLIER.since(EARLIER)).contains(TokenUsage.ZERO);
    }

    @Test
    void one_smaller_count_is_enough_to_tell_another_thread() {
        assertThat(new TokenUsage(99, 40, 7, 20, 5).since(EARLIER)).isEmpty();
        assertThat(new TokenUsage(100, 39, 7, 20, 5).since(EARLIER)).isEmpty();
        assertThat(new TokenUsage(100, 40, 6, 20, 5).since(EARLIER)).isEmpty();
        assertThat(new TokenUsage(100, 40, 7, 19, 5).since(EARLIER)).isEmpty();
        assertThat(new TokenUsage(100, 40, 7, 20, 4).since(EARLIER)).isEmpty();
    }
}
