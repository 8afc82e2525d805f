package dev.codexrunner.rotation;

import static dev.codexrunner.rotation.RotationScene.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.credential.identity.TokenIdentity;
import dev.codexrunner.credential.vault.SecretFields;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.secret.Secret;
import dev.codexrunner.transport.TransportFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole rotations, step by step, on an engine in memory. */
class RotationStepsTest {

    private final RotationScene scene = RotationScene.inMemory();
    private final TokenWorld world = scene.world;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_whole_rotation_keeps_siblings_and_leaves_nothing_behind(boolean keepsCustomMetadata) {
        RotationScene either = RotationScene.inMemory(keepsCustomMetadata);
        String old = either.putLive();
        String next = either.world.issue();

        either.stage(next);
        assertThat(either.liveToken()).isEqualTo(old);
        either.verify();
        StepResult promoted = either.promote();
        assertThat(promoted.outcome()).isEqualTo("promoted as version 2");
        assertThat(promoted.next().orElseThrow().link()).contains(HumanStep.TOKENS_PAGE);
        assertThat(either.liveToken()).isEqualTo(next);
        assertThat(either.leftPending()).isEmpty();
        either.world.revoke(old);
        either.confirmRevoked();

        assertThat(either.siblingsIntact()).isTrue();
        assertThat(either.kv.metadata(either.paths.live()).versions())
                .extracting(version -> version.destroyed())
                .containsExactly(true, false);
        RotationStatus status = either.status();
        assertThat(status.phase()).isEqualTo(Phase.IDLE);
        assertThat(status.metadata()).contains(keepsCustomMetadata ? MetadataMode.CUSTOM : MetadataMode.FIELDS);
        assertThat(status.warnings()).isEmpty();
        assertThat(status.live().orElseThrow().owner()).contains("platform@example.com");
        assertThat(either.outcomes())
                .containsExactly(StepOutcome.STAGED, StepOutcome.VERIFIED, StepOutcome.PROMOTED, StepOutcome.REVOKED);
    }

    @Test
    void metadata_says_what_is_live() {
        scene.putLive();
        scene.rotateTo(world.issue());
        assertThat(scene.kv.metadata(scene.paths.live()).custom())
                .containsEntry("codex_owner", "platform@example.com")
                .containsEntry("codex_expires_at", "never")
                .containsEntry("codex_account_id", "acct-1")
                .containsEntry("codex_live_version", "2");
    }

    @Test
    void a_server_that_drops_custom_metadata_is_noticed_and_said() {
        RotationScene dropping = RotationScene.inMemory(false);
        dropping.putLive();
        StepResult staged = dropping.stage(dropping.world.issue());
        assertThat(staged.warnings()).anyMatch(warning -> warning.startsWith("The server drops custom_metadata"));
        dropping.verify();
        dropping.promote();
        SecretFields live = dropping.kv.latest(dropping.paths.live()).fields();
        assertThat(live.text("access_token_owner").map(Secret::reveal)).contains("platform@example.com");
        assertThat(live.text("access_token_live_version").map(Secret::reveal)).contains("2");
    }

    @Test
    void every_step_can_be_repeated_and_says_so() {
        String old = scene.putLive();
        String next = world.issue();
        scene.stage(next);
        assertThat(scene.stage(next).repeated()).isTrue();
        scene.verify();
        scene.verify();
        scene.promote();
        assertThat(scene.promote().repeated()).isTrue();
        assertThat(scene.promote().outcome()).isEqualTo("promoted already, as version 2");
        world.revoke(old);
        scene.confirmRevoked();
        assertThat(scene.confirmRevoked().repeated()).isTrue();
        assertThat(scene.kv.latest(scene.paths.live()).version()).isEqualTo(2);
    }

    @Test
    void a_repeated_rollback_does_not_roll_forward() {
        String old = scene.putLive();
        String next = world.issue();
        scene.rotateTo(next);
        assertThat(scene.rollback().outcome()).isEqualTo("rolled back as version 3");
        assertThat(scene.liveToken()).isEqualTo(old);
        assertThat(scene.rollback().repeated()).isTrue();
        assertThat(scene.liveToken()).isEqualTo(old);
        assertThat(failure(scene::promote).code()).isEqualTo("rotation-revocation-awaited");
        scene.rotator().rollback(new RollbackRequest(OptionalInt.of(3)));
        assertThat(scene.liveToken()).isEqualTo(next);
        assertThat(scene.siblingsIntact()).isTrue();
    }

    @Test
    void a_rollback_to_a_token_that_is_refused_changes_nothing() {
        String old = scene.putLive();
        String next = world.issue();
        scene.rotateTo(next);
        world.revoke(old);
        assertThat(failure(scene::rollback).kind()).isEqualTo(FailureKind.CREDENTIAL);
        assertThat(scene.liveToken()).isEqualTo(next);
        assertThat(scene.status().phase()).isEqualTo(Phase.AWAITING_REVOCATION);
        assertThat(scene.outcomes()).endsWith(StepOutcome.REFUSED);
    }

    @Test
    void after_the_revocation_nothing_rolls_back() {
        String old = scene.putLive();
        scene.rotateTo(world.issue());
        world.revoke(old);
        scene.confirmRevoked();
        Failure refused = failure(scene::rollback);
        assertThat(refused.code()).isEqualTo("rotation-previous-revoked");
        assertThat(refused.why()).contains("approle-rotator on ci-1");
    }

    @Test
    void a_withdrawn_candidate_is_destroyed() {
        String old = scene.putLive();
        scene.stage(world.issue());
        scene.verify();
        scene.rollback();
        assertThat(scene.leftPending()).isEmpty();
        assertThat(scene.status().phase()).isEqualTo(Phase.IDLE);
        assertThat(scene.rollback().repeated()).isTrue();
        assertThat(scene.liveToken()).isEqualTo(old);
    }

    @Test
    void a_bad_candidate_never_touches_live() {
        String old = scene.putLive();
        String revoked = world.issue();
        world.revoke(revoked);
        scene.stage(revoked);
        assertThat(failure(scene::verify).kind()).isEqualTo(FailureKind.CREDENTIAL);
        assertThat(failure(scene::promote).code()).isEqualTo("rotation-not-verified");
        assertThat(scene.outcomes()).containsExactly(StepOutcome.STAGED, StepOutcome.FAILED, StepOutcome.REFUSED);
        assertThat(failure(() -> scene.stage("garbage")).kind()).isEqualTo(FailureKind.CREDENTIAL);
        assertThat(scene.liveToken()).isEqualTo(old);
    }

    @Test
    void a_candidate_of_another_workspace_needs_the_switch() {
        scene.putLive();
        scene.stage(world.issue(
                new TokenIdentity(Optional.of("acct-2"), TokenWorld.OWNER.userId(), TokenWorld.OWNER.email())));
        Failure refused = failure(scene::verify);
        assertThat(refused.code()).isEqualTo("rotation-identity-differs");
        assertThat(refused.what()).contains("workspace", "acct-2", "acct-1");
        StepResult verified = scene.rotator().verify(new VerifyRequest(true));
        assertThat(verified.warnings()).anyMatch(warning -> warning.contains("that was allowed"));
    }

    @Test
    void a_revoked_live_token_is_compared_by_what_was_recorded() {
        scene.putLive();
        String dead = world.issue();
        scene.rotateTo(dead);
        world.revoke("at-1-" + "x".repeat(24));
        scene.confirmRevoked();
        world.revoke(dead);
        scene.stage(world.issue());
        assertThat(scene.verify().lines()).anyMatch(line -> line.startsWith("It belongs to the same workspace"));
    }

    @Test
    void a_live_token_of_which_nothing_is_known_needs_the_switch() {
        String dead = scene.putLive();
        world.revoke(dead);
        scene.stage(world.issue());
        assertThat(failure(scene::verify).code()).isEqualTo("rotation-identity-unknown");
        scene.rotator().verify(new VerifyRequest(true));
        scene.promote();
        assertThat(scene.confirmRevoked().outcome()).isEqualTo("the old token is refused by the service");
    }

    @Test
    void without_a_live_token_a_rotation_begins_with_the_first_and_has_nothing_to_revoke() {
        String first = world.issue();
        scene.stage(first);
        assertThat(scene.verify().warnings()).anyMatch(warning -> warning.contains("no live token"));
        assertThat(scene.promote().outcome()).isEqualTo("promoted as version 1");
        assertThat(scene.status().phase()).isEqualTo(Phase.IDLE);
        assertThat(scene.promote().repeated()).isTrue();
    }

    @Test
    void a_failed_probe_undoes_an_earlier_verification() {
        scene.putLive();
        scene.stage(world.issue());
        scene.verify();
        world.failProbes(RotationFailure.ROTATION_PROBE_ANSWER_WRONG.with("a", "b"));
        assertThat(failure(scene::verify).kind()).isEqualTo(FailureKind.OUTPUT_INVALID);
        assertThat(failure(scene::promote).code()).isEqualTo("rotation-not-verified");
    }

    @Test
    void a_verification_grows_old() {
        scene.putLive();
        scene.stage(world.issue());
        scene.verify();
        scene.clock.advance(Duration.ofHours(2));
        assertThat(failure(scene::promote).code()).isEqualTo("rotation-verification-too-old");
        scene.verify();
        scene.promote();
    }

    @Test
    void a_live_version_that_was_not_expected_is_a_conflict_in_each_step_that_writes() {
        scene.putLive();
        String next = world.issue();
        assertThat(failure(() -> scene.rotator().stage(scene.staging(next, false, OptionalInt.of(7))))
                        .exitCode())
                .isEqualTo(14);
        scene.stage(next);
        scene.verify();
        scene.putLive(scene.liveToken());
        Failure refused = failure(() -> scene.rotator().promote(new PromoteRequest(OptionalInt.of(1))));
        assertThat(refused.code()).isEqualTo("rotation-live-version-unexpected");
        scene.rotator().promote(new PromoteRequest(OptionalInt.of(2)));
        assertThat(failure(() -> scene.rotator().rollback(new RollbackRequest(OptionalInt.of(2))))
                        .exitCode())
                .isEqualTo(14);
    }

    @Test
    void another_candidate_waits_unless_it_is_replaced() {
        scene.putLive();
        scene.stage(world.issue());
        String other = world.issue();
        Failure refused = failure(() -> scene.stage(other));
        assertThat(refused.code()).isEqualTo("rotation-candidate-waits");
        assertThat(refused.fix()).contains("codex-runner rotation rollback --vault-path secret/ci/codex#access_token");
        scene.rotator().stage(scene.staging(other, true, OptionalInt.empty()));
        assertThat(scene.leftPending()).containsExactly(2);
        scene.verify();
        scene.promote();
        assertThat(scene.liveToken()).isEqualTo(other);
        assertThat(scene.leftPending()).isEmpty();
    }

    @Test
    void what_is_live_or_to_be_revoked_is_not_staged() {
        String old = scene.putLive();
        assertThat(failure(() -> scene.stage(old)).code()).isEqualTo("rotation-token-live-already");
        scene.rotateTo(world.issue());
        assertThat(failure(() -> scene.stage(old)).code()).isEqualTo("rotation-token-to-be-revoked");
        assertThat(failure(() -> scene.stage(world.issue())).code()).isEqualTo("rotation-revocation-awaited");
    }

    @Test
    void an_old_token_that_is_still_accepted_or_cannot_be_asked_about_is_not_confirmed() {
        String old = scene.putLive();
        scene.rotateTo(world.issue());
        Failure accepted = failure(scene::confirmRevoked);
        assertThat(accepted.code()).isEqualTo("rotation-still-accepted");
        assertThat(accepted.fix()).contains("https://chatgpt.com/admin/access-tokens");
        world.revoke(old);
        world.cutOff(TransportFailure.CONNECTION_REFUSED.with("service:443"));
        assertThat(failure(scene::confirmRevoked).kind()).isEqualTo(FailureKind.CONNECTIVITY);
        world.mend();
        world.refuseWorkspace();
        assertThat(failure(scene::confirmRevoked).code()).isEqualTo("rotation-proves-nothing");
        assertThat(scene.status().phase()).isEqualTo(Phase.AWAITING_REVOCATION);
        assertThat(scene.kv.version(scene.paths.live(), 1).isPresent()).isTrue();
        world.mend();
        scene.confirmRevoked();
    }

    @Test
    void a_service_that_refuses_the_live_token_too_proves_nothing() {
        String old = scene.putLive();
        String next = world.issue();
        scene.rotateTo(next);
        world.revoke(old);
        world.revoke(next);
        assertThat(failure(scene::confirmRevoked).code()).isEqualTo("rotation-proves-nothing");
        StepResult byWord = scene.rotator().confirmRevoked(new ConfirmRevokedRequest(true));
        assertThat(byWord.warnings()).anyMatch(warning -> warning.contains("by your word"));
        assertThat(scene.outcomes()).endsWith(StepOutcome.ASSUMED_REVOKED);
    }

    @Test
    void a_persons_word_does_not_outweigh_a_service_that_accepts_the_token() {
        scene.putLive();
        scene.rotateTo(world.issue());
        assertThat(failure(() -> scene.rotator().confirmRevoked(new ConfirmRevokedRequest(true)))
                        .code())
                .isEqualTo("rotation-still-accepted");
    }

    @Test
    void one_stray_refusal_is_not_believed() {
        scene.putLive();
        scene.rotateTo(world.issue());
        world.refuseOnce();
        assertThat(failure(scene::confirmRevoked).code()).isEqualTo("rotation-still-accepted");
        assertThat(scene.kv.version(scene.paths.live(), 1).isPresent()).isTrue();
    }

    @Test
    void without_a_live_token_to_compare_with_a_refusal_proves_nothing() {
        String old = scene.putLive();
        scene.rotateTo(world.issue());
        world.revoke(old);
        ((KvInMemory) scene.kv).delete(scene.paths.live(), 2);
        assertThat(failure(scene::confirmRevoked).code()).isEqualTo("rotation-no-control");
        assertThat(scene.kv.version(scene.paths.live(), 1).isPresent()).isTrue();
    }

    @Test
    void what_was_destroyed_is_said_by_number_and_what_cannot_be_read_too() {
        String old = scene.putLive();
        scene.putLive(old);
        scene.putLive(old);
        ((KvInMemory) scene.kv).delete(scene.paths.live(), 2);
        scene.rotateTo(world.issue());
        world.revoke(old);
        StepResult result = scene.confirmRevoked();
        assertThat(result.lines()).anyMatch(line -> line.contains("versions [1, 3]"));
        assertThat(result.warnings()).anyMatch(warning -> warning.contains("Versions [2]"));
    }

    @Test
    void a_denied_destruction_is_a_failure_that_a_repeat_makes_good() {
        String old = scene.putLive();
        scene.rotateTo(world.issue());
        world.revoke(old);
        KvInMemory kv = (KvInMemory) scene.kv;
        kv.denyDestroy(
                Optional.of(RotationFailure.ROTATION_JOURNAL_DELETED.with(scene.paths, "stands for a denial", 1)));
        assertThat(failure(scene::confirmRevoked).code()).isEqualTo("rotation-destroy-denied");
        assertThat(scene.status().phase()).isEqualTo(Phase.REVOKED);
        assertThat(failure(scene::confirmRevoked).fix()).contains("destroy path");
        kv.denyDestroy(Optional.empty());
        assertThat(scene.confirmRevoked().lines()).anyMatch(line -> line.contains("versions [1]"));
        assertThat(scene.status().phase()).isEqualTo(Phase.IDLE);
    }
}
