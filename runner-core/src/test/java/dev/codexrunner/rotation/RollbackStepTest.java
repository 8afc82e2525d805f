package dev.codexrunner.rotation;

import static dev.codexrunner.rotation.RotationScene.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.credential.vault.VaultSecretFailure;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureKind;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The way back, as long as there is one. */
class RollbackStepTest {

    private final RotationScene scene = RotationScene.inMemory();
    private final TokenWorld world = scene.world;

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
    void a_rollback_that_may_not_destroy_the_candidate_does_not_say_that_it_did() {
        scene.putLive();
        scene.stage(world.issue());
        ((KvInMemory) scene.kv)
                .denyDestroy(Optional.of(VaultSecretFailure.VAULT_WRITE_DENIED.with(
                        scene.paths.pending(), "secret/destroy/ci/codex/pending", "\"update\"", "permission denied")));
        StepResult withdrawn = scene.rollback();
        assertThat(withdrawn.lines())
                .containsExactly(
                        "The candidate's value still lies in versions [1] of secret/ci/codex/pending: revoke the token.");
        assertThat(withdrawn.warnings()).anyMatch(warning -> warning.contains("could not be destroyed"));
    }

    @Test
    void a_candidate_that_somebody_wrote_once_more_with_a_note_is_destroyed_in_every_version() {
        scene.putLive();
        scene.stage(world.issue());
        addNoteToPending();
        StepResult withdrawn = scene.rollback();
        assertThat(scene.leftPending()).isEmpty();
        assertThat(withdrawn.lines()).anyMatch(line -> line.contains("is destroyed in Vault"));
        assertThat(withdrawn.warnings()).anyMatch(warning -> warning.contains("what somebody had added: note"));
    }

    @Test
    void a_promotion_leaves_no_second_copy_of_the_live_token_at_the_pending_path() {
        scene.putLive();
        scene.stage(world.issue());
        addNoteToPending();
        scene.verify();
        StepResult promoted = scene.promote();
        assertThat(scene.leftPending()).isEmpty();
        assertThat(promoted.warnings()).anyMatch(warning -> warning.contains("what somebody had added: note"));
    }

    /** As {@code vault kv patch} does. */
    private void addNoteToPending() {
        String path = scene.paths.pending();
        scene.kv.write(path, scene.kv.latest(path).fields().withText("note", "x"), 1);
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
}
