package dev.codexrunner.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAdviceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    rate limit exceeded: Rate limit reached for gpt-5. Please try again in 1.898s. | 1898
                    Please try again in 3s                                  | 3000
                    Try again in 250ms.                                     | 250
                    Please try again in 0.0001 s                            | 1
                    try again in 1m30.5s                                    | 90500
                    Try again in 2 minutes.                                 | 120000
                    Try again in 1 hour and 5 min.                          | 3900000
                    Try again in 3 days 4 hours 10 minutes.                 | 274200000
                    retry in about 20 seconds                               | 20000
                    {"error":{"type":"x","retry_after":7}}                  | 7000
                    {"error":{"retry_after": "7.5"}}                        | 7500
                    {"error":{"retry_after_ms":120}}                        | 120
                    {"error":{"resets_in_seconds":3600}}                    | 3600000
                    Retry-After: 12                                         | 12000
                    retry-after=800ms                                       | 800
                    """)
    void a_time_to_wait_is_read_in_every_form(String message, long millis) {
        assertThat(RetryAdvice.of(message))
                .isEqualTo(
                        new RetryAdvice(java.util.Optional.of(Duration.ofMillis(millis)), java.util.Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Try again later.",
                "try again in a while",
                "try again in 5 sheep",
                "retry in 12345678901 s",
                "the retry_after of the task is unknown",
                "I retried 3s ago"
            })
    void a_message_without_a_time_advises_nothing(String message) {
        assertThat(RetryAdvice.of(message)).isEqualTo(RetryAdvice.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    You\u2019ve hit your usage limit. Upgrade, or try again at 10:26 PM. | 10:26 PM
                    Try again at Nov 25th, 2026 6:31 PM.                                 | Nov 25th, 2026 6:31 PM
                    (Try again at 9:00 AM)                                               | 9:00 AM
                    """)
    void a_time_of_day_is_told_as_it_was_said(String message, String time) {
        assertThat(RetryAdvice.of(message).at()).contains(time);
        assertThat(RetryAdvice.of(message).in()).isEmpty();
    }

    @Test
    void a_message_of_any_length_is_read_in_no_time() {
        String long1 = "try again in " + "1 m, and ".repeat(500_000);
        assertThat(RetryAdvice.of(long1).in()).contains(Duration.ofMinutes(5));
        assertThat(RetryAdvice.of("try again at " + "x".repeat(1_000_000))).isEqualTo(RetryAdvice.NONE);
    }
}
