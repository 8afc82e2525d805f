package dev.codexrunner.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetryingTest {

    private static final Failure REFUSED = TransportFailure.CONNECTION_REFUSED.with("vault:8200", "");
    private static final RetrySchedule SCHEDULE =
            new RetrySchedule(4, Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(60));

    private final List<Duration> waits = new ArrayList<>();
    private final SteppingClock clock = new SteppingClock();

    @Test
    void what_goes_well_at_once_is_done_once() {
        Integer number = retrying(SCHEDULE).call("vault", (attempt, left) -> AttemptResult.done(attempt));
        assertThat(number).isEqualTo(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void waits_double_up_to_their_bound_and_vary_by_half() {
        FailureException thrown = catchThrowableOfType(
                FailureException.class,
                () -> retrying(SCHEDULE).call("vault", (number, left) -> again(Optional.empty())));
        assertThat(thrown.failure()).isEqualTo(REFUSED);
        assertThat(waits).hasSize(3);
        assertThat(waits.get(0)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(waits.get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(waits.get(2)).isBetween(Duration.ofMillis(1500), Duration.ofSeconds(3));
    }

    @Test
    void the_server_may_ask_for_a_longer_wait_but_not_for_none() {
        retrying(SCHEDULE).call("vault", (number, left) -> switch (number) {
            case 1 -> again(Optional.of(Duration.ofSeconds(20)));
            case 2 -> again(Optional.of(Duration.ZERO));
            default -> AttemptResult.done("ok");
        });
        assertThat(waits.get(0)).isEqualTo(Duration.ofSeconds(20));
        assertThat(waits.get(1)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void no_wait_leads_past_the_deadline() {
        FailureException thrown = catchThrowableOfType(
                FailureException.class,
                () -> retrying(SCHEDULE).call("vault", (number, left) -> again(Optional.of(Duration.ofSeconds(61)))));
        assertThat(thrown.failure()).isEqualTo(REFUSED);
        assertThat(waits).isEmpty();
    }

    @Test
    void each_try_learns_what_is_left_of_the_deadline() {
        List<Duration> lefts = new ArrayList<>();
        retrying(SCHEDULE).call("vault", (number, left) -> {
            lefts.add(left);
            return number == 1 ? again(Optional.of(Duration.ofSeconds(10))) : AttemptResult.done("ok");
        });
        assertThat(lefts).containsExactly(Duration.ofSeconds(60), Duration.ofSeconds(50));
    }

    @Test
    void a_final_failure_is_not_repeated() {
        List<Integer> tries = new ArrayList<>();
        assertThatThrownBy(() -> retrying(SCHEDULE).call("vault", (number, left) -> {
                    tries.add(number);
                    throw TransportFailure.TLS_UNKNOWN_CA.with("vault:8200", "").asException();
                }))
                .hasMessageStartingWith("tls-unknown-ca");
        assertThat(tries).containsExactly(1);
    }

    @Test
    void an_interrupt_ends_it_and_leaves_the_flag_set() {
        Retrying interrupted = new Retrying(SCHEDULE, clock, new Random(1), duration -> {
            throw new InterruptedException();
        });
        FailureException thrown = catchThrowableOfType(
                FailureException.class, () -> interrupted.call("vault", (number, left) -> again(Optional.empty())));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown.failure().code()).isEqualTo("interrupted");
    }

    @Test
    void a_real_pause_ends_at_once_when_interrupted() {
        Thread.currentThread().interrupt();
        assertThat(catchThrowableOfType(
                        InterruptedException.class, () -> Pause.sleeping().pause(Duration.ofDays(1))))
                .isNotNull();
    }

    @Test
    void retry_after_is_seconds_or_a_date() {
        Clock now = Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);
        assertThat(RetryAfter.parse(" 7 ", now)).contains(Duration.ofSeconds(7));
        assertThat(RetryAfter.parse("Sat, 21 Nov 2026 00:01:30 GMT", now)).contains(Duration.ofSeconds(90));
        assertThat(RetryAfter.parse("Fri, 20 Nov 2026 00:00:00 GMT", now)).contains(Duration.ZERO);
        assertThat(Stream.of("", "soon", "-5", "1.5", "99999999999999"))
                .allMatch(value -> RetryAfter.parse(value, now).isEmpty());
    }

    @Test
    void each_retryable_cause_and_status_has_its_reason_and_nothing_else_is_retryable() {
        assertThat(Stream.of(400, 401, 403, 404, 407, 501).flatMap(s -> RetryReason.ofStatus(s).stream()))
                .isEmpty();
        assertThat(Stream.of(408, 412, 429, 500, 502, 503, 504))
                .allMatch(s -> RetryReason.ofStatus(s).isPresent());
        assertThat(RetryReason.values()).allMatch(reason -> !reason.why().isBlank());
        assertThat(TransportFailure.TLS_UNKNOWN_CA.retryable()).isFalse();
        assertThat(TransportFailure.PROXY_REFUSED_CONNECT.retryable()).isFalse();
        assertThat(TransportFailure.CONNECT_TIMEOUT.retryable()).isTrue();
    }

    private Retrying retrying(RetrySchedule schedule) {
        return new Retrying(schedule, clock, new Random(7), duration -> {
            waits.add(duration);
            clock.now = clock.now.plus(duration);
        });
    }

    private static AttemptResult<String> again(Optional<Duration> retryAfter) {
        return AttemptResult.again(RetryReason.CONNECTION_REFUSED, retryAfter, REFUSED);
    }

    /** Stands still but for the pauses. */
    private static final class SteppingClock extends Clock {
        private Instant now = Instant.EPOCH;

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
}
