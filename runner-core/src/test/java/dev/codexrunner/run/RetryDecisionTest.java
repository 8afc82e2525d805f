package dev.codexrunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.events.EventParser;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.outcome.Transcript;
import dev.codexrunner.outcome.TranscriptBuilder;
import dev.codexrunner.outcome.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryDecisionTest {

    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration PLENTY = Duration.ofMinutes(30);

    @Test
    void a_lost_stream_deserves_another_attempt() {
        assertThat(again(failure(FailureKind.TURN_FAILED, true), idle(), 1, 1, PLENTY))
                .isTrue();
    }

    @Test
    void no_attempt_goes_beyond_those_allowed() {
        assertThat(again(failure(FailureKind.TURN_FAILED, true), idle(), 2, 1, PLENTY))
                .isFalse();
        assertThat(again(failure(FailureKind.TURN_FAILED, true), idle(), 1, 0, PLENTY))
                .isFalse();
    }

    @Test
    void a_failure_that_stays_is_not_tried_again() {
        assertThat(again(failure(FailureKind.TURN_FAILED, false), idle(), 1, 3, PLENTY))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureKind.class,
            names = {
                "CREDENTIAL",
                "POLICY",
                "CONFIG",
                "LIMITED",
                "TIMEOUT",
                "OUTPUT_INVALID",
                "CANCELLED",
                "CODEX_START"
            })
    void these_kinds_are_never_tried_again(FailureKind kind) {
        assertThat(again(failure(kind, true), idle(), 1, 3, PLENTY)).isFalse();
    }

    @Test
    void nothing_is_started_over_once_a_command_has_run() {
        Transcript worked = transcript("""
                {"type":"item.started","item":{"id":"item_0","type":"command_execution","command":"make","aggregated_output":"","exit_code":null,"status":"in_progress"}}""");
        assertThat(again(failure(FailureKind.TURN_FAILED, true), worked, 1, 3, PLENTY))
                .isFalse();
    }

    @Test
    void no_attempt_begins_when_its_time_would_be_up() {
        assertThat(again(failure(FailureKind.CONNECTIVITY, true), idle(), 1, 3, WAIT))
                .isFalse();
    }

    private static boolean again(Verdict verdict, Transcript transcript, int attempts, int retries, Duration left) {
        return RetryDecision.again(verdict, transcript, attempts, retries, left, WAIT);
    }

    private static Verdict failure(FailureKind kind, boolean retryable) {
        return Verdict.of(new Failure(kind, "some-code", "what", "why", "fix", retryable, kind.exitCode()));
    }

    private static Transcript idle() {
        return transcript("{\"type\":\"turn.started\"}");
    }

    private static Transcript transcript(String line) {
        TranscriptBuilder builder = new TranscriptBuilder();
        builder.accept(new EventParser().read(line));
        return builder.transcript();
    }
}
