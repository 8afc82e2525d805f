package dev.codexrunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.journal.RecordedAttempt;
import dev.codexrunner.outcome.StderrSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedDurationsTest {

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 86_400_000_000L})
    void a_duration_that_cannot_be_is_not_known_and_told_of(long millis) {
        assertThat(RecordedDurations.known(millis)).isEmpty();
        assertThat(RecordedDurations.warning(Optional.empty(), Optional.empty(), List.of(waiting(millis))))
                .singleElement()
                .asString()
                .contains("durations that can't be");
    }

    @Test
    void others_are_as_they_are() {
        assertThat(RecordedDurations.known(86_400_000)).hasValue(86_400_000);
        assertThat(RecordedDurations.warning(Optional.empty(), Optional.empty(), List.of(waiting(0))))
                .isEmpty();
    }

    @Test
    void less_than_nothing_takes_no_failure_away() {
        assertThat(new StderrSummary(-9, -9, -9, "")).isEqualTo(StderrSummary.EMPTY);
    }

    private static RecordedAttempt waiting(long millis) {
        return new RecordedAttempt(1, Instant.EPOCH, false, millis, Optional.empty());
    }
}
