package dev.codexrunner.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeAxisTest {

    private static Stream<String> texts(long durationMs, int most) {
        return TimeAxis.ticks(durationMs, most).stream().map(Timeline.Tick::text);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 3, 0",
        "184, 3, 0;0.1 s",
        "65400, 3, 0;1 min",
        "65400, 6, 0;20 s;40 s;60 s",
        "4000, 3, 0;2 s;4 s",
        "1400000, 3, 0;10 min;20 min",
        "1400000, 6, 0;5 min;10 min;15 min;20 min",
        "9000000, 3, 0;1 h;2 h",
        "250000000, 3, 0;50 h",
    })
    void moments_are_round_and_few(long durationMs, int most, String expected) {
        assertThat(texts(durationMs, most)).containsExactly(expected.split(";", -1));
    }

    @Test
    void however_long_it_took_there_are_no_more_than_fit() {
        for (long durationMs = 1; durationMs < 1L << 45; durationMs = durationMs * 3 / 2 + 1) {
            assertThat(TimeAxis.ticks(durationMs, 3)).hasSizeBetween(1, 3);
            assertThat(TimeAxis.ticks(durationMs, 6)).hasSizeBetween(1, 6);
        }
    }

    @Test
    void each_stands_at_its_moment_and_the_last_within_the_edge() {
        assertThat(TimeAxis.ticks(4_000, 3))
                .containsExactly(
                        new Timeline.Tick("0.00%", "start", "0"),
                        new Timeline.Tick("50.00%", "middle", "2 s"),
                        new Timeline.Tick("100.00%", "end", "4 s"));
    }
}
