package dev.codexrunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.events.EventParser;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.outcome.EndFailure;
import dev.codexrunner.outcome.OutputFailure;
import dev.codexrunner.outcome.ServiceFailure;
import dev.codexrunner.outcome.Transcript;
import dev.codexrunner.outcome.TranscriptBuilder;
import dev.codexrunner.outcome.Verdict;
import dev.codexrunner.run.RetryDecision.Again;
import dev.codexrunner.run.RetryDecision.Attempt;
import dev.codexrunner.run.RetryDecision.Bounds;
import dev.codexrunner.run.RetryDecision.Final;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryDecisionTest {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration PLENTY = Duration.ofMinutes(30);
    private static final String THREAD = "01a1fcde-1939-72a0-85ce-fac61c636cef";
    private static final ResumableThread RESUMABLE = new ResumableThread(Optional.of(THREAD), "");
    private static final ResumableThread LOST = ResumableThread.none("codex had not named it.");
    private static final Verdict STREAM_LOST = Verdict.of(ServiceFailure.STREAM_LOST.with("cut", ""));

    private static final String STARTED = "{\"type\":\"turn.started\"}";
    private static final String COMMAND = """
            {"type":"item.started","item":{"id":"item_0","type":"command_execution","command":"make","aggregated_output":"","exit_code":null,"status":"in_progress"}}""";
    private static final String PATCH = """
            {"type":"item.completed","item":{"id":"item_0","type":"file_change","changes":[{"path":"a","kind":"add"}],"status":"completed"}}""";
    private static final String MESSAGE = """
            {"type":"item.completed","item":{"id":"item_0","type":"agent_message","text":"I begin."}}""";

    private static RetryDecision decide(Attempt attempt, Bounds bounds) {
        return RetryDecision.of(attempt, bounds, new Random(7));
    }

    private static RetryDecision decide(Verdict verdict, ResumableThread thread, String... lines) {
        return decide(
                new Attempt(
                        verdict, transcript(lines), RetryDecision.tellsOfAnswers(transcript(lines)), thread, List.of()),
                bounds(3, PLENTY));
    }

    private static Bounds bounds(int retries, Duration left) {
        return new Bounds(retries, FIRST_WAIT, left, Optional.empty());
    }

    private static Attempt after(List<String> reasonsBefore) {
        return new Attempt(STREAM_LOST, transcript(STARTED), false, RESUMABLE, reasonsBefore);
    }

    private static Verdict failing(FailureText text) {
        return Verdict.of(text.with("x", "y", "z"));
    }

    private static Transcript transcript(String... lines) {
        TranscriptBuilder builder = new TranscriptBuilder();
        for (String line : lines) {
            builder.accept(new EventParser().read(line));
        }
        return builder.transcript();
    }

    private static Transcript failed(String message) {
        return transcript(STARTED, "{\"type\":\"turn.failed\",\"error\":{\"message\":\"" + message + "\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {COMMAND, PATCH, MESSAGE})
    void a_stream_lost_after_an_answer_resumes_its_thread(String item) {
        RetryDecision decision = decide(STREAM_LOST, RESUMABLE, STARTED, item);

        assertThat(((Again) decision).thread()).contains(THREAD);
        assertThat(decision.why()).isNotBlank();
    }

    @Test
    void a_stream_lost_before_any_answer_starts_over() {
        assertThat(((Again) decide(STREAM_LOST, RESUMABLE, STARTED)).thread()).isEmpty();
    }

    @Test
    void without_its_thread_it_starts_over_where_the_model_had_not_answered() {
        assertThat(((Again) decide(STREAM_LOST, LOST, STARTED)).thread()).isEmpty();
    }

    /** codex now and then drops the events of a command that ends within milliseconds. */
    @Test
    void an_answer_that_only_the_rollout_file_tells_of_counts_as_well() {
        Attempt unseen = new Attempt(STREAM_LOST, transcript(STARTED), true, RESUMABLE, List.of());

        assertThat(((Again) decide(unseen, bounds(3, PLENTY))).thread()).contains(THREAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {COMMAND, PATCH, MESSAGE})
    void without_its_thread_nothing_is_done_twice(String item) {
        RetryDecision decision = decide(STREAM_LOST, LOST, STARTED, item);

        assertThat(decision).isInstanceOf(Final.class);
        assertThat(decision.why()).contains("could do it twice").contains(LOST.whyNot());
    }

    @Test
    void no_attempt_goes_beyond_those_allowed() {
        assertThat(decide(after(List.of()), bounds(0, PLENTY)).why()).contains("--retries 0");
        assertThat(decide(after(List.of("service-error")), bounds(1, PLENTY)).why())
                .contains("used up (1)");
        assertThat(decide(after(List.of("service-error")), bounds(2, PLENTY))).isInstanceOf(Again.class);
    }

    @Test
    void a_second_kill_for_which_there_was_a_retry_already_is_final_whatever_is_allowed() {
        Verdict killed = failing(EndFailure.CODEX_KILLED);
        Transcript worked = transcript(STARTED, COMMAND);

        assertThat(decide(new Attempt(killed, worked, true, RESUMABLE, List.of("stream-lost")), bounds(9, PLENTY)))
                .isInstanceOf(Again.class);
        RetryDecision second =
                decide(new Attempt(killed, worked, true, RESUMABLE, List.of("codex-killed")), bounds(9, PLENTY));
        assertThat(second).isInstanceOf(Final.class);
        assertThat(second.why()).contains("no accident");
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureKind.class,
            names = {
                "CREDENTIAL",
                "POLICY",
                "CONFIG",
                "SECRET_SOURCE",
                "TIMEOUT",
                "OUTPUT_INVALID",
                "CANCELLED",
                "REPORT_IO",
                "INTERNAL"
            })
    void these_kinds_are_never_tried_again_even_where_a_failure_calls_itself_retryable(FailureKind kind) {
        Verdict verdict = Verdict.of(new Failure(kind, "some-code", "what", "why", "fix", true, kind.exitCode()));
        RetryDecision decision = decide(verdict, RESUMABLE, STARTED);

        assertThat(decision).isInstanceOf(Final.class);
        assertThat(decision.why()).isEqualTo(RetryRules.whyFinal(kind));
        assertThat(RetryRules.RETRIED)
                .noneMatch(rule -> rule.failure().kind() == kind)
                .hasSizeGreaterThan(5);
    }

    @Test
    void a_completed_turn_is_never_done_twice() {
        Transcript completed = transcript(STARTED, MESSAGE, "{\"type\":\"turn.completed\",\"usage\":{}}");
        RetryDecision killed = decide(
                new Attempt(failing(EndFailure.CODEX_KILLED), completed, false, RESUMABLE, List.of()),
                bounds(3, PLENTY));

        assertThat(killed.why()).contains("would do the work twice");
        assertThat(decide(failing(OutputFailure.PATCH_FAILED), RESUMABLE, STARTED)
                        .why())
                .contains("would do the work twice");
        assertThat(decide(Verdict.success(), RESUMABLE, STARTED)).isEqualTo(new Final(""));
    }

    @Test
    void a_usage_limit_is_final_and_its_time_is_told() {
        Transcript limited = failed("You have hit your usage limit. Please try again at 10:26 PM.");
        RetryDecision decision = decide(
                new Attempt(failing(ServiceFailure.USAGE_LIMIT), limited, false, RESUMABLE, List.of()),
                bounds(3, PLENTY));

        assertThat(decision).isInstanceOf(Final.class);
        assertThat(decision.why()).contains("try again at 10:26 PM");
    }

    @Test
    void a_time_of_day_is_later_than_a_run_waits() {
        Transcript limited = failed("Rate limit reached. Try again at 10:26 PM.");
        RetryDecision decision = decide(
                new Attempt(failing(ServiceFailure.RATE_LIMITED), limited, false, RESUMABLE, List.of()),
                bounds(3, PLENTY));

        assertThat(decision).isInstanceOf(Final.class);
        assertThat(decision.why()).contains("10:26 PM");
    }

    @Test
    void the_service_is_not_asked_sooner_than_it_says() {
        Transcript limited = failed("Rate limit reached. Please try again in 58.5s");
        RetryDecision decision =
                decide(new Attempt(STREAM_LOST, limited, false, RESUMABLE, List.of()), bounds(3, PLENTY));

        assertThat(((Again) decision).pause()).isEqualTo(Duration.ofMillis(58_500));
    }

    @ParameterizedTest
    @CsvSource({"0, 1000, 2000", "1, 2000, 4000", "2, 4000, 8000", "9, 15000, 30000"})
    void the_wait_doubles_up_to_its_bound_and_is_spread_by_chance(int before, long least, long most) {
        List<String> reasons = Collections.nCopies(before, "service-error");
        List<Long> waits = new Random(1)
                .longs(200)
                .mapToObj(seed -> RetryDecision.of(after(reasons), bounds(10, PLENTY), new Random(seed)))
                .map(decision -> ((Again) decision).pause().toMillis())
                .toList();

        assertThat(waits).allMatch(wait -> wait >= least && wait <= most);
        assertThat(waits.stream().distinct()).hasSizeGreaterThan(100);
    }

    @Test
    void a_wait_that_does_not_fit_ends_the_run_at_once() {
        RetryDecision decision = decide(after(List.of()), bounds(3, Duration.ofMillis(900)));

        assertThat(decision).isInstanceOf(Final.class);
        assertThat(decision.why()).contains("--timeout").contains("0.9 s");
    }

    @Test
    void a_spent_budget_allows_no_further_attempt() {
        Bounds spent = new Bounds(3, FIRST_WAIT, PLENTY, Optional.of("--max-tokens is used up."));

        assertThat(decide(after(List.of()), spent)).isEqualTo(new Final("--max-tokens is used up."));
    }
}
