package dev.codexrunner.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** No rotation has recorded a live token yet, and people meddle: the one that was live is remembered all the same. */
class FirstRotationForgetsNothingTest {

    private final RotationScene scene = RotationScene.inMemory();
    private final TokenWorld world = scene.world;
    private final KvInMemory kv = (KvInMemory) scene.kv;
    private final String old = scene.putLive();
    private final String next = world.issue();

    private void verified() {
        scene.stage(next);
        scene.verify();
    }

    /** The candidate is live as version 2; the journal does not know it yet. */
    private void killedAfterTheLiveWrite() {
        Rotation mortal = scene.rotator("mortal on ci-0", new WatchedSecrets(kv, new WatchedSecrets.Watch() {
            @Override
            public void after(String request) {
                if (request.equals("write " + scene.paths.live())) {
                    throw new Killed("after " + request);
                }
            }
        }));
        assertThat(catchThrowable(() -> mortal.promote(new PromoteRequest(OptionalInt.empty()))))
                .isInstanceOf(Killed.class);
    }

    private TokenFacts awaited() {
        assertThat(scene.status().phase()).isEqualTo(Phase.AWAITING_REVOCATION);
        return scene.status().previous().orElseThrow();
    }

    @Test
    @Fault(
            area = Area.ROTATION,
            made = "a promotion killed after its live write; another field patched, one version kept",
            promised = "the promotion counts, and the old token still awaits its revocation")
    void a_promotion_whose_own_version_was_pruned_counts_and_its_old_token_is_awaited(Seen seen) {
        verified();
        kv.keepingOnly(1);
        killedAfterTheLiveWrite();
        scene.putLive(next);
        StepResult repeated = scene.promote();
        assertThat(repeated.outcome()).isEqualTo("promoted already, as version 3");
        assertThat(awaited().version()).isEqualTo(1);
        seen.exit(0).that("the old token is the one to be revoked");
    }

    @Test
    void a_promotion_whose_own_version_was_deleted_counts_where_its_token_is_live() {
        verified();
        killedAfterTheLiveWrite();
        kv.delete(scene.paths.live(), 2);
        scene.putLive(next);
        scene.promote();
        assertThat(awaited().version()).isEqualTo(1);
        world.revoke(old);
        scene.confirmRevoked();
        assertThat(kv.version(scene.paths.live(), 1).isPresent()).isFalse();
    }

    @Test
    void a_promotion_that_another_write_took_the_place_of_names_the_token_before() {
        verified();
        killedAfterTheLiveWrite();
        kv.delete(scene.paths.live(), 2);
        scene.putLive(world.issueProven());
        assertThat(scene.verify().warnings())
                .anyMatch(warning ->
                        warning.contains("the token of version 1 (") && warning.contains("never confirmed revoked"));
        assertThat(scene.status().timeline())
                .anyMatch(line -> line.outcome() == StepOutcome.ABANDONED
                        && line.detail().orElse("").contains("the token of version 1 ("));
    }

    @Test
    void a_rollback_that_leaves_nothing_live_does_not_end_well() {
        verified();
        killedAfterTheLiveWrite();
        kv.delete(scene.paths.live(), 2);
        Failure refused = RotationScene.failure(scene::rollback);
        assertThat(refused.code()).isEqualTo("rotation-nothing-live");
        assertThat(refused.exitCode()).isEqualTo(14);
        assertThat(scene.leftPending()).isEmpty();
    }

    @Test
    void a_live_token_that_leaks_before_the_old_one_is_revoked_is_rolled_back_from() {
        verified();
        scene.promote();
        world.revoke(next);
        assertThat(RotationScene.failure(() -> scene.stage(world.issue())).fix())
                .contains("rotation rollback");
        scene.rollback();
        assertThat(scene.liveToken()).isEqualTo(old);
        scene.confirmRevoked();
        scene.stage(world.issue());
    }

    @Test
    void a_candidate_put_live_by_hand_twice_does_not_hide_the_token_before() {
        verified();
        scene.putLive(next);
        scene.putLive(next);
        scene.promote();
        assertThat(awaited().version()).isEqualTo(1);
    }

    @Test
    void nor_does_it_where_only_the_verification_knows_the_token_before() {
        verified();
        kv.keepingOnly(1);
        scene.putLive(next);
        scene.promote();
        assertThat(awaited().version()).isEqualTo(1);
    }

    @Test
    void a_token_replaced_by_hand_between_two_verifications_is_named_at_the_promotion() {
        verified();
        scene.putLive(world.issueProven());
        scene.verify();
        assertThat(scene.promote().warnings())
                .anyMatch(
                        warning -> warning.startsWith("The token of version 1 (") && warning.contains("revoke it too"));
        assertThat(awaited().version()).isEqualTo(2);
    }
}
