package dev.codexrunner.rotation;

import static dev.codexrunner.rotation.RotationScene.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.credential.vault.WriteResult;
import dev.codexrunner.failure.Failure;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What may be staged. */
class StageStepTest {

    private final RotationScene scene = RotationScene.inMemory();
    private final TokenWorld world = scene.world;

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
    void a_pending_path_where_every_write_comes_too_late_ends_with_words() {
        scene.putLive();
        Rotation late = scene.rotator("late on ci-2", new WatchedSecrets(scene.kv, new WatchedSecrets.Watch() {
            @Override
            public WriteResult write(Supplier<WriteResult> write) {
                return new WriteResult.CasLost();
            }
        }));
        Failure lost = failure(() -> late.stage(scene.staging(world.issue())));
        assertThat(lost.code()).isEqualTo("rotation-writes-lost");
        assertThat(lost.exitCode()).isEqualTo(14);
        assertThat(lost.what()).contains("secret/ci/codex/pending");
    }
}
