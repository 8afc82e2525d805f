package dev.codexrunner.jenkins.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrendTest {

    private final Trend trend = new Trend(List.of(
            Trend.Point.of(7, "#7", List.of(Reports.summary(Reports.SUCCESS, 299, 4000))),
            Trend.Point.of(5, "#5", List.of(Reports.summary(Reports.SUCCESS, 99, 1000))),
            Trend.Point.of(
                    6,
                    "#6",
                    List.of(
                            Reports.summary(Reports.SUCCESS, 9, 9000),
                            Reports.summary(Reports.LIMITED, 9, 2000),
                            Reports.summary(Reports.SUCCESS, 9, 100)))));

    @Test
    void builds_stand_oldest_first() {
        assertThat(trend.points()).extracting(Trend.Point::build).containsExactly(5, 6, 7);
    }

    @Test
    void runs_of_one_build_count_as_one_that_fails_where_one_of_them_does() {
        Trend.Point six = trend.points().get(1);
        assertThat(six.success()).isFalse();
        assertThat(six.kind()).isEqualTo("limited");
        assertThat(six.runs()).isEqualTo(3);
        assertThat(six.failed()).isEqualTo(1);
        assertThat(six.tokens()).hasValue(30);
        assertThat(six.durationMs()).hasValue(9000);
    }

    @Test
    void the_sums_are_right() {
        assertThat(trend.successes()).isEqualTo(2);
        assertThat(trend.successPercent()).isEqualTo(66);
        assertThat(trend.totalTokens()).isEqualTo(430);
        assertThat(trend.medianTokens()).hasValue(100);
        assertThat(trend.medianDurationMs()).hasValue(4000);
        assertThat(trend.kinds().keySet()).containsExactly("success", "limited");
    }

    @Test
    void no_builds_are_no_error() {
        Trend none = new Trend(List.of());
        assertThat(none.isEmpty()).isTrue();
        assertThat(none.successPercent()).isZero();
        assertThat(none.medianTokens()).isEmpty();
    }
}
