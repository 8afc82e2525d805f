package dev.codexrunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteadyClockTest {

    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");

    private final SettableClock machine = new SettableClock();
    private final AtomicLong nanos = new AtomicLong(-5);
    private final SteadyClock clock = new SteadyClock(machine, nanos::get);

    /** A machine's clock, which somebody sets. */
    private static final class SettableClock extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void it_begins_at_the_machine_s_time_and_goes_with_the_nanoseconds() {
        assertThat(clock.instant()).isEqualTo(START);
        nanos.addAndGet(Duration.ofSeconds(90).toNanos());

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(90));
        assertThat(clock.withZone(ZoneId.of("Europe/Berlin")).instant()).isEqualTo(START.plusSeconds(90));
    }

    @Fault(
            area = Area.SUPERVISION,
            made = "the machine's clock is set while a run lasts",
            promised = "the run's times go on evenly: none before its start, no duration too long")
    @ParameterizedTest
    @CsvSource({"an hour back, -PT1H", "a day forward, P1D"})
    void the_machine_s_clock_is_set(String how, Duration by, Seen seen) {
        assertThat(how).isNotEmpty();
        machine.now = START.plus(by);
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());

        assertThat(Duration.between(START, clock.instant())).isEqualTo(Duration.ofSeconds(2));
        seen.that("2 s are 2 s");
    }
}
