package dev.codexrunner.rotation;

import static dev.codexrunner.rotation.RotationScene.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.Failure;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A token that was live and may still be accepted is never forgotten, whatever was done to the live path by hand. */
class ForgottenTokenTest {

    private final RotationScene scene = RotationScene.inMemory();
    private final TokenWorld world = scene.world;

    /** Version 2 is live, by a rotation that came to its end. */
    @BeforeEach
    void rotatedOnce() {
        String first = scene.putLive();
        scene.rotateTo(world.issue());
        world.revoke(first);
        scene.confirmRevoked();
    }

    @Test
    void a_recorded_live_token_that_was_deleted_still_awaits_its_revocation() {
        ((KvInMemory) scene.kv).delete(scene.paths.live(), 2);
        scene.rotateTo(world.issue());
        RotationStatus status = scene.status();
        assertThat(status.phase()).isEqualTo(Phase.AWAITING_REVOCATION);
        assertThat(status.previous().orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void tokens_replaced_by_hand_are_told_of_at_the_promotion() {
        scene.putLive(world.issueProven());
        scene.putLive(world.issueProven());
        scene.stage(world.issue());
        scene.verify();
        StepResult promoted = scene.promote();
        assertThat(promoted.warnings())
                .anyMatch(warning -> warning.startsWith("The token of version 2 (")
                        && warning.contains("platform@example.com")
                        && warning.contains("replaced by hand")
                        && warning.contains("revoke it too"))
                .anyMatch(warning -> warning.startsWith("The token of version 3 ("));
        assertThat(scene.status().previous().orElseThrow().version()).isEqualTo(4);
        assertThat(scene.status().timeline())
                .anyMatch(line -> line.detail().orElse("").startsWith("The token of version 2 ("));
    }

    @Test
    void a_token_written_by_hand_before_the_candidate_was_is_the_previous_one() {
        scene.stage(world.issue());
        scene.verify();
        scene.putLive(world.issueProven());
        String candidate = scene.kv
                .latest(scene.paths.pending())
                .fields()
                .text(RotationScene.FIELD)
                .orElseThrow()
                .reveal();
        scene.putLive(candidate);
        assertThat(scene.promote().warnings()).anyMatch(warning -> warning.startsWith("The token of version 2 ("));
        assertThat(scene.status().previous().orElseThrow().version()).isEqualTo(3);
    }

    @Test
    void a_live_secret_written_since_the_verification_asks_for_another_one() {
        scene.stage(world.issue());
        scene.verify();
        scene.putLive(world.issueProven());
        Failure refused = failure(scene::promote);
        assertThat(refused.code()).isEqualTo("rotation-live-not-the-verified");
        assertThat(refused.exitCode()).isEqualTo(14);
        assertThat(refused.what()).contains("version 3", "version 2");
        scene.verify();
        scene.promote();
    }

    @Test
    void other_fields_written_since_the_verification_ask_for_none() {
        scene.stage(world.issue());
        scene.verify();
        scene.putLive(scene.liveToken());
        assertThat(scene.promote().outcome()).isEqualTo("promoted as version 4");
    }

    @Test
    void a_token_written_by_hand_over_the_promoted_one_is_told_of_when_that_is_rolled_back() {
        scene.rotateTo(world.issue());
        scene.putLive(world.issueProven());
        StepResult restored = scene.rollback();
        assertThat(restored.warnings()).anyMatch(warning -> warning.startsWith("The token of version 3 ("));
        assertThat(scene.status().previous().orElseThrow().version()).isEqualTo(4);
    }

    @Test
    void a_replaced_candidate_is_to_be_revoked_too() {
        scene.stage(world.issue());
        StepResult replaced = scene.rotator().stage(scene.staging(world.issue(), true, OptionalInt.empty()));
        assertThat(replaced.warnings())
                .anyMatch(warning -> warning.contains("valid until it is revoked")
                        && warning.contains(HumanStep.TOKENS_PAGE.toString()));
    }
}
