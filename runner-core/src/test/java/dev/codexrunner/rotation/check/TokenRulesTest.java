package dev.codexrunner.rotation.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.config.RotationCheckConfig;
import dev.codexrunner.rotation.TokenExpiry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenRulesTest {

    private static final RecordedFacts COMPLETE = RecordedFacts.custom(
            Map.of("codex_owner", "platform@example.com", "codex_token_name", "ci 2026-10", "codex_live_version", "7"));

    @ParameterizedTest
    @CsvSource({
        "PT337H, OK",
        "PT336H, WARN",
        "P10D, WARN",
        "PT73H, WARN",
        "PT72H, DUE",
        "PT1M, DUE",
        "PT0S, DUE",
        "-PT1H, DUE",
    })
    void the_end_is_warned_of_two_weeks_before_and_due_three_days_before(Duration left, Grade expected) {
        assertThat(graded(Aspect.EXPIRY, recorded(expiring(Checks.NOW.plus(left)))))
                .isEqualTo(expected);
    }

    @Test
    void a_past_end_that_the_service_does_not_know_of_is_told_apart() {
        Finding finding = of(Aspect.EXPIRY, recorded(expiring(Checks.NOW.minusSeconds(60))));
        assertThat(finding.failure().orElseThrow().code()).isEqualTo("rotation-token-past-expiry");
    }

    @ParameterizedTest
    @CsvSource({"P89D, OK", "P90D, DUE", "P400D, DUE"})
    void without_an_end_the_age_counts(Duration age, Grade expected) {
        assertThat(graded(Aspect.AGE, live(Checks.ago(age), COMPLETE.or(never()))))
                .isEqualTo(expected);
    }

    @Test
    void a_token_that_was_brought_back_is_as_old_as_it_is() {
        RecordedFacts verifiedLongAgo = RecordedFacts.custom(Map.of("codex_verified_at", "2026-01-01T00:00:00Z"))
                .or(COMPLETE.or(never()));
        assertThat(graded(Aspect.AGE, live(Checks.ago(Duration.ofDays(1)), verifiedLongAgo)))
                .isEqualTo(Grade.DUE);
    }

    @Test
    void an_end_that_is_recorded_nowhere_is_warned_of_and_the_age_counts() {
        LiveToken live = live(Checks.ago(Duration.ofDays(100)), COMPLETE);
        assertThat(graded(Aspect.EXPIRY, live)).isEqualTo(Grade.WARN);
        assertThat(graded(Aspect.AGE, live)).isEqualTo(Grade.DUE);
    }

    @Test
    void an_end_that_was_mistyped_is_shown_and_not_called_unrecorded() {
        RecordedFacts mistyped = RecordedFacts.custom(Map.of("codex_expires_at", "31.01.2027"));
        Finding finding = of(Aspect.EXPIRY, recorded(mistyped));
        assertThat(finding.grade()).isEqualTo(Grade.WARN);
        assertThat(finding.detail()).isEqualTo("can't be read: '31.01.2027'");
        assertThat(finding.failure().orElseThrow().what()).contains("can't be read", "'31.01.2027'");
        assertThat(finding.failure().orElseThrow().fix()).contains("codex_expires_at=2027-01-31", "secret/ci/codex");
    }

    @Test
    void a_mistyped_end_is_warned_of_even_where_another_record_is_used() {
        RecordedFacts both = RecordedFacts.custom(Map.of("codex_expires_at", "soon"))
                .or(expiring(Checks.NOW.plus(Duration.ofDays(300))));
        assertThat(new TokenRules(Checks.limits(), Checks.NOW).judge(recorded(both)))
                .filteredOn(finding -> finding.aspect() == Aspect.EXPIRY)
                .extracting(Finding::grade)
                .containsExactlyInAnyOrder(Grade.WARN, Grade.OK);
    }

    @Test
    void never_is_an_answer() {
        LiveToken live = live(Checks.ago(Duration.ofDays(1)), COMPLETE.or(never()));
        assertThat(new TokenRules(Checks.limits(), Checks.NOW).judge(live))
                .extracting(Finding::aspect)
                .doesNotContain(Aspect.EXPIRY);
    }

    @Test
    void what_is_recorded_of_another_version_does_not_count() {
        RecordedFacts older = RecordedFacts.custom(
                        Map.of("codex_live_version", "6", "codex_owner", "a", "codex_token_name", "b"))
                .or(expiring(Checks.NOW.plus(Duration.ofDays(300))));
        LiveToken live = live(Checks.ago(Duration.ofDays(1)), older);
        assertThat(of(Aspect.OWNER, live).failure().orElseThrow().code())
                .isEqualTo("rotation-record-of-another-version");
        assertThat(graded(Aspect.EXPIRY, live)).isEqualTo(Grade.WARN);
    }

    @Test
    void a_missing_owner_and_a_missing_name_are_named() {
        LiveToken live = live(Checks.ago(Duration.ofDays(1)), never());
        assertThat(of(Aspect.OWNER, live).detail()).isEqualTo("no owner and no name recorded");
        assertThat(of(Aspect.OWNER, live).failure().orElseThrow().what())
                .isEqualTo("The token at secret/ci/codex#access_token has no owner and no name recorded.");
        assertThat(of(Aspect.OWNER, live).exitCode()).isZero();
        LiveToken owned = live(
                Checks.ago(Duration.ofDays(1)), RecordedFacts.custom(Map.of("codex_owner", "platform@example.com")));
        assertThat(of(Aspect.OWNER, owned).detail()).isEqualTo("no name recorded");
        assertThat(of(Aspect.OWNER, owned).failure().orElseThrow().fix())
                .as("copied, it overwrites nothing that is known")
                .contains("codex_token_name=")
                .doesNotContain("codex_owner=");
    }

    @Test
    void limits_and_ages_are_told_in_one_style() {
        Finding due = of(Aspect.EXPIRY, recorded(expiring(Checks.NOW.plus(Duration.ofHours(60)))));
        assertThat(due.failure().orElseThrow().reason()).contains("in 2 days", "The limit is 3 days before its end");
    }

    @Test
    void no_age_is_nothing() {
        assertThat(of(Aspect.AGE, live(Checks.NOW, COMPLETE.or(never()))).detail())
                .isEqualTo("in use for less than a minute, no expiry known");
    }

    @Test
    void a_time_of_vault_in_the_future_is_due_where_the_age_counts() {
        Finding finding = of(Aspect.AGE, live(ahead(Duration.ofDays(400)), COMPLETE.or(never())));
        assertThat(finding.grade()).isEqualTo(Grade.DUE);
        assertThat(finding.failure().orElseThrow().code()).isEqualTo("rotation-token-time-in-future");
        assertThat(finding.next()).as("no new token mends a clock").isEmpty();
    }

    @Test
    void a_time_of_vault_in_the_future_is_warned_of_where_the_end_is_known() {
        LiveToken live = live(ahead(Duration.ofDays(1)), COMPLETE.or(expiring(Checks.NOW.plus(Duration.ofDays(300)))));
        assertThat(graded(Aspect.AGE, live)).isEqualTo(Grade.WARN);
    }

    @Test
    void a_verification_in_the_future_is_warned_of_and_the_age_is_counted_without_it() {
        LiveToken live = live(Checks.ago(Duration.ofDays(100)), verified(ahead(Duration.ofDays(1))));
        assertThat(new TokenRules(Checks.limits(), Checks.NOW).judge(live))
                .filteredOn(finding -> finding.aspect() == Aspect.AGE)
                .extracting(finding -> finding.failure().orElseThrow().code())
                .containsExactly("rotation-token-too-old", "rotation-token-time-in-future");
    }

    @Test
    void a_verification_in_the_future_is_due_where_nothing_else_tells_the_age() {
        LiveToken live = new LiveToken(
                "secret/ci/codex#access_token",
                7,
                Optional.empty(),
                Optional.of(Checks.personal()),
                verified(ahead(Duration.ofDays(1))));
        assertThat(graded(Aspect.AGE, live)).isEqualTo(Grade.DUE);
    }

    @Test
    void clocks_that_differ_by_minutes_are_no_finding() {
        LiveToken live = live(ahead(Duration.ofMinutes(5)), verified(ahead(Duration.ofMinutes(5))));
        assertThat(graded(Aspect.AGE, live)).isEqualTo(Grade.OK);
    }

    @Test
    void the_secrets_own_age_counts_where_it_is_asked_for() {
        RotationCheckConfig limits = Checks.limits(Optional.of(Duration.ofDays(30)));
        assertThat(new TokenRules(limits, Checks.NOW)
                        .judge(live(
                                Checks.ago(Duration.ofDays(31)),
                                recorded(expiring(Checks.NOW.plus(Duration.ofDays(99))))
                                        .recorded())))
                .filteredOn(finding -> finding.grade() == Grade.DUE)
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.failure().orElseThrow().code()).isEqualTo("rotation-version-too-old"));
    }

    @Test
    void due_says_where_a_person_goes() {
        Finding due = of(Aspect.EXPIRY, recorded(expiring(Checks.NOW.plusSeconds(3_600))));
        assertThat(due.exitCode()).isEqualTo(13);
        assertThat(due.next().orElseThrow().link()).hasToString("Optional[https://chatgpt.com/admin/access-tokens]");
    }

    private static Instant ahead(Duration duration) {
        return Checks.NOW.plus(duration);
    }

    private static RecordedFacts verified(Instant at) {
        return RecordedFacts.custom(Map.of("codex_verified_at", at.toString())).or(COMPLETE.or(never()));
    }

    private static RecordedFacts expiring(Instant end) {
        return RecordedFacts.custom(Map.of("codex_expires_at", end.toString()));
    }

    private static RecordedFacts never() {
        return RecordedFacts.custom(
                Map.of("codex_expires_at", TokenExpiry.never().toString()));
    }

    private static LiveToken recorded(RecordedFacts facts) {
        return live(Checks.ago(Duration.ofDays(2)), COMPLETE.or(facts));
    }

    private static LiveToken live(Instant created, RecordedFacts facts) {
        return new LiveToken(
                "secret/ci/codex#access_token", 7, Optional.of(created), Optional.of(Checks.personal()), facts);
    }

    private static Finding of(Aspect aspect, LiveToken live) {
        return new TokenRules(Checks.limits(), Checks.NOW)
                .judge(live).stream()
                        .filter(finding -> finding.aspect() == aspect)
                        .findFirst()
                        .orElseThrow();
    }

    private static Grade graded(Aspect aspect, LiveToken live) {
        return of(aspect, live).grade();
    }
}
