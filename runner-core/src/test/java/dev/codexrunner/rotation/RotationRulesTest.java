package dev.codexrunner.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.credential.CredentialKind;
import dev.codexrunner.credential.identity.TokenIdentity;
import dev.codexrunner.failure.FailureKind;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of phases and steps. */
class RotationRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final RotationPaths PATHS = new RotationPaths("secret/ci/codex", "access_token");

    @ParameterizedTest
    @CsvSource({
        "IDLE,                stage,           proceed",
        "IDLE,                verify,          rotation-nothing-staged",
        "IDLE,                promote,         rotation-nothing-staged",
        "IDLE,                rollback,        rotation-nothing-to-roll-back",
        "IDLE,                confirm-revoked, rotation-nothing-to-confirm",
        "STAGED,              stage,           rotation-candidate-waits",
        "STAGED,              stage same,      repeated",
        "STAGED,              stage --replace, proceed",
        "STAGED,              verify,          proceed",
        "STAGED,              promote,         rotation-not-verified",
        "STAGED,              rollback,        proceed",
        "STAGED,              confirm-revoked, rotation-nothing-to-confirm",
        "VERIFIED,            stage,           rotation-candidate-waits",
        "VERIFIED,            stage same,      repeated",
        "VERIFIED,            stage --replace, proceed",
        "VERIFIED,            verify,          proceed",
        "VERIFIED,            promote,         proceed",
        "VERIFIED,            promote late,    rotation-verification-too-old",
        "VERIFIED,            promote early,   rotation-verification-in-future",
        "VERIFIED,            promote by a slow clock, proceed",
        "VERIFIED,            rollback,        proceed",
        "VERIFIED,            confirm-revoked, rotation-nothing-to-confirm",
        "AWAITING_REVOCATION, stage,           rotation-revocation-awaited",
        "AWAITING_REVOCATION, stage --replace, rotation-revocation-awaited",
        "AWAITING_REVOCATION, verify,          rotation-revocation-awaited",
        "AWAITING_REVOCATION, promote,         repeated",
        "AWAITING_REVOCATION, rollback,        proceed",
        "AWAITING_REVOCATION, confirm-revoked, proceed",
        "PROMOTING,           stage,           rotation-under-way",
        "PROMOTING,           verify,          rotation-under-way",
        "PROMOTING,           promote,         rotation-under-way",
        "PROMOTING,           rollback,        rotation-under-way",
        "PROMOTING,           confirm-revoked, rotation-under-way",
        "DISCARDING,          stage,           rotation-under-way",
        "DISCARDING,          promote,         rotation-under-way",
        "ROLLING_BACK,        rollback,        rotation-under-way",
        "ROLLING_BACK,        stage,           rotation-under-way",
        "REVOKED,             confirm-revoked, rotation-under-way",
        "REVOKED,             stage,           rotation-under-way"
    })
    void each_phase_allows_repeats_or_refuses_each_step(Phase phase, String step, String expected) {
        RotationJournal journal = in(phase, StepOutcome.PROMOTED);
        if (phase == Phase.IDLE) {
            journal = RotationJournal.begin(new SecureRandom());
        }
        assertThat(word(ruling(journal, step))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "IDLE,                PROMOTED,        promote,         repeated",
        "IDLE,                REVOKED,         promote,         rotation-nothing-staged",
        "IDLE,                REVOKED,         confirm-revoked, repeated",
        "IDLE,                ASSUMED_REVOKED, confirm-revoked, repeated",
        "IDLE,                REVOKED,         rollback,        rotation-previous-revoked",
        "IDLE,                DISCARDED,       rollback,        repeated",
        "IDLE,                DISCARDED,       confirm-revoked, rotation-nothing-to-confirm",
        "AWAITING_REVOCATION, ROLLED_BACK,     promote,         rotation-revocation-awaited",
        "AWAITING_REVOCATION, ROLLED_BACK,     rollback,        repeated",
        "AWAITING_REVOCATION, ROLLED_BACK,     rollback again,  proceed"
    })
    void what_was_done_last_tells_a_repetition_from_a_step_out_of_order(
            Phase phase, StepOutcome last, String step, String expected) {
        assertThat(word(ruling(in(phase, last), step))).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_refused_ends_with_14_and_says_what_to_type(Phase phase) {
        for (RotationStep step : RotationStep.values()) {
            if (ruling(in(phase, StepOutcome.PROMOTED), step.toString()) instanceof Ruling.Refused refused) {
                assertThat(refused.failure().kind()).isEqualTo(FailureKind.ROTATION_CONFLICT);
                assertThat(refused.failure().fix()).contains("codex-runner rotation ", "secret/ci/codex#access_token");
            }
        }
    }

    @Test
    void an_abandoned_rollback_does_not_hide_the_promotion_before_it() {
        RotationJournal journal = in(Phase.AWAITING_REVOCATION, StepOutcome.PROMOTED)
                .with(line(StepOutcome.ABANDONED))
                .with(line(StepOutcome.REFUSED));
        assertThat(word(ruling(journal, "promote"))).isEqualTo("repeated");
        assertThat(word(ruling(journal, "rollback"))).isEqualTo("proceed");
    }

    private static Ruling ruling(RotationJournal journal, String step) {
        RotationRules rules = new RotationRules(PATHS, journal);
        return switch (step) {
            case "stage" -> rules.stage("another", false);
            case "stage same" -> rules.stage("candidate", false);
            case "stage --replace" -> rules.stage("another", true);
            case "verify" -> rules.verify();
            case "promote" -> rules.promote(NOW.plusSeconds(60), Duration.ofHours(1));
            case "promote late" -> rules.promote(NOW.plusSeconds(3601), Duration.ofHours(1));
            case "rollback" -> rules.rollback(false);
            case "rollback again" -> rules.rollback(true);
            case "promote early" -> rules.promote(NOW.minusSeconds(301), Duration.ofHours(1));
            case "promote by a slow clock" -> rules.promote(NOW.minusSeconds(299), Duration.ofHours(1));
            case "confirm-revoked" -> rules.confirmRevoked();
            default -> throw new IllegalArgumentException(step);
        };
    }

    private static String word(Ruling ruling) {
        if (ruling instanceof Ruling.Refused refused) {
            return refused.failure().code();
        }
        return ruling instanceof Ruling.Proceed ? "proceed" : "repeated";
    }

    private static RotationJournal in(Phase phase, StepOutcome last) {
        return RotationJournal.begin(new SecureRandom()).with(state(phase)).with(line(last));
    }

    static RotationState state(Phase phase) {
        Candidate candidate = new Candidate(
                1,
                "candidate",
                CredentialKind.PERSONAL_ACCESS_TOKEN,
                "platform@example.com",
                "ci",
                TokenExpiry.never(),
                NOW,
                Optional.of(new Candidate.Proof(
                        NOW,
                        new TokenIdentity(Optional.of("acct"), Optional.empty(), Optional.empty()),
                        "0.169.0",
                        Optional.of(new Candidate.Compared(1, Optional.of("live"), false)))));
        Intent intent =
                new Intent(RotationStep.PROMOTE, NOW, "x on y", 1, "candidate", Optional.of(NOW), Optional.empty(), 1);
        return new RotationState(
                1,
                phase,
                Optional.of(candidate.live(2)),
                Optional.of(candidate).filter(present -> phase.hasCandidate()),
                Optional.of(candidate.live(1)).filter(present -> phase.hasPrevious()),
                Optional.of(intent).filter(present -> phase.transitional()));
    }

    private static StepLine line(StepOutcome outcome) {
        return new StepLine(
                NOW, RotationStep.PROMOTE, OptionalInt.of(2), outcome, Optional.empty(), "x on y", Optional.empty());
    }
}
