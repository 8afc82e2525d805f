package dev.codexrunner.rotation.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.rotation.HumanStep;
import dev.codexrunner.rotation.Intent;
import dev.codexrunner.rotation.Phase;
import dev.codexrunner.rotation.RotationPaths;
import dev.codexrunner.rotation.RotationStatus;
import dev.codexrunner.rotation.RotationStep;
import dev.codexrunner.rotation.StepLine;
import dev.codexrunner.rotation.StepOutcome;
import dev.codexrunner.rotation.TokenExpiry;
import dev.codexrunner.rotation.TokenFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class UnfinishedRulesTest {

    private static final RotationPaths PATHS = new RotationPaths("secret/ci/codex", "access_token");
    private static final String NEXT = "Finish it: codex-runner rotation ... --vault-path " + PATHS;
    private static final Duration LONG = Duration.ofDays(2);
    private static final Duration SHORT = Duration.ofHours(2);

    @Test
    void nothing_under_way_is_well() {
        assertThat(judge(Phase.IDLE, Optional.empty(), Duration.ZERO).grade()).isEqualTo(Grade.OK);
    }

    @Test
    void a_candidate_may_wait_for_a_while() {
        assertThat(judge(Phase.STAGED, Optional.of(Checks.ago(SHORT)), SHORT).grade())
                .isEqualTo(Grade.OK);
    }

    @Test
    void a_candidate_left_lying_is_due() {
        Finding finding = judge(Phase.VERIFIED, Optional.of(Checks.ago(LONG)), LONG);
        assertThat(code(finding)).isEqualTo("rotation-candidate-left-lying");
        assertThat(finding.exitCode()).isEqualTo(13);
    }

    @Test
    void a_candidate_whose_value_is_gone_is_due_as_well() {
        for (Phase phase : List.of(Phase.STAGED, Phase.VERIFIED)) {
            Finding finding = judge(phase, Optional.empty(), LONG);
            assertThat(code(finding)).isEqualTo("rotation-candidate-left-lying");
            assertThat(finding.detail()).contains("2 days", "its value is gone");
            assertThat(finding.next().orElseThrow().text()).isEqualTo(NEXT);
        }
    }

    @Test
    void a_value_written_anew_makes_its_candidate_no_younger() {
        assertThat(code(judge(Phase.VERIFIED, Optional.of(Checks.ago(SHORT)), LONG)))
                .isEqualTo("rotation-candidate-left-lying");
    }

    @Test
    void a_value_that_a_killed_rotator_left_is_due_too() {
        assertThat(code(judge(Phase.IDLE, Optional.of(Checks.ago(LONG)), LONG)))
                .isEqualTo("rotation-candidate-left-lying");
    }

    @Test
    void an_old_token_that_nobody_revoked_is_due_and_named() {
        Finding finding = judge(Phase.AWAITING_REVOCATION, Optional.empty(), LONG);
        assertThat(code(finding)).isEqualTo("rotation-old-token-not-revoked");
        assertThat(finding.detail()).contains("\"ci 2026-08\" of platform@example.com", "2 days");
        assertThat(finding.next().orElseThrow().link()).isPresent();
    }

    @Test
    void an_old_token_may_wait_for_its_revocation_for_a_while() {
        assertThat(judge(Phase.AWAITING_REVOCATION, Optional.empty(), SHORT).grade())
                .isEqualTo(Grade.OK);
    }

    @Test
    void a_step_that_was_never_finished_is_due() {
        Finding finding = judge(Phase.PROMOTING, Optional.empty(), LONG);
        assertThat(code(finding)).isEqualTo("rotation-step-unfinished");
        assertThat(finding.failure().orElseThrow().what()).contains("promoting");
    }

    @Test
    void the_next_step_is_a_command_that_can_be_copied_and_not_the_fix_again() {
        Finding unfinished = judge(Phase.PROMOTING, Optional.empty(), LONG);
        assertThat(unfinished.next().orElseThrow().text())
                .isEqualTo(NEXT)
                .isNotEqualTo(unfinished.failure().orElseThrow().fix());
        Finding left = judge(Phase.VERIFIED, Optional.of(Checks.ago(LONG)), LONG);
        assertThat(left.next().orElseThrow().text()).isEqualTo(NEXT);
        Finding revocation = judge(Phase.AWAITING_REVOCATION, Optional.empty(), SHORT);
        assertThat(revocation.next().orElseThrow().text())
                .contains("codex-runner rotation confirm-revoked --vault-path " + PATHS);
    }

    @Test
    void what_a_killed_rotator_left_has_no_next_step_but_its_fix() {
        assertThat(judge(Phase.IDLE, Optional.of(Checks.ago(LONG)), LONG).next())
                .isEmpty();
    }

    @Test
    void a_token_without_a_name_is_told_by_its_version_its_person_and_its_end() {
        TokenFacts nameless = new TokenFacts(
                6,
                "00ff",
                Optional.empty(),
                Optional.of("platform@example.com"),
                Optional.empty(),
                Optional.of(TokenExpiry.at(Instant.parse("2026-12-01T00:00:00Z"))),
                Optional.empty(),
                Optional.empty());
        assertThat(UnfinishedRules.title(nameless))
                .isEqualTo("version 6 without a name, of platform@example.com, ends at 2026-12-01T00:00:00Z");
    }

    @Test
    void a_time_in_the_future_silences_nothing() {
        Duration ahead = Duration.ofDays(-300_000);
        for (Phase phase : List.of(Phase.STAGED, Phase.AWAITING_REVOCATION, Phase.PROMOTING)) {
            assertThat(code(judge(phase, Optional.of(Checks.ago(ahead)), ahead)))
                    .isEqualTo("rotation-time-in-future");
        }
    }

    private static String code(Finding finding) {
        assertThat(finding.grade()).isEqualTo(Grade.DUE);
        return finding.failure().orElseThrow().code();
    }

    private static Finding judge(Phase phase, Optional<Instant> pendingSince, Duration lastChange) {
        return new UnfinishedRules(Checks.limits(), Checks.NOW).judge(status(phase, pendingSince, lastChange));
    }

    static RotationStatus status(Phase phase, Optional<Instant> pendingSince, Duration lastChange) {
        Instant changed = Checks.ago(lastChange);
        return new RotationStatus(
                PATHS,
                phase,
                new RotationStatus.LivePath(SecretVersion.State.PRESENT, 7, Optional.of(changed), true),
                Optional.empty(),
                Optional.empty(),
                pendingSince,
                phase == Phase.AWAITING_REVOCATION ? Optional.of(old()) : Optional.empty(),
                phase.transitional()
                        ? Optional.of(new Intent(
                                RotationStep.PROMOTE,
                                changed,
                                "approle-codex-rotator on ci-3",
                                6,
                                "00ff",
                                Optional.empty(),
                                Optional.empty(),
                                3))
                        : Optional.empty(),
                Optional.empty(),
                List.of(
                        line(changed, StepOutcome.PROMOTED),
                        // What changed nothing makes nothing younger.
                        line(Checks.NOW, StepOutcome.REFUSED)),
                List.of(),
                new HumanStep(NEXT, Optional.empty()));
    }

    private static StepLine line(Instant at, StepOutcome outcome) {
        return new StepLine(
                at,
                RotationStep.PROMOTE,
                OptionalInt.of(7),
                outcome,
                Optional.empty(),
                "token on ci-3",
                Optional.empty());
    }

    private static TokenFacts old() {
        return new TokenFacts(
                6,
                "00ff",
                Optional.empty(),
                Optional.of("platform@example.com"),
                Optional.of("ci 2026-08"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
