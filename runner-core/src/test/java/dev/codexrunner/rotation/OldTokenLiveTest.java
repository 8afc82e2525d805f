package dev.codexrunner.rotation;

import static dev.codexrunner.rotation.RotationScene.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.secret.Secret;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person wrote the live secret after a promotion: nobody is told to revoke what is live, nor that all is done. */
class OldTokenLiveTest {

    private static final String BROKEN = "at-broken-by-hand-" + "y".repeat(24);

    private final RotationScene scene = RotationScene.inMemory();
    private final TokenWorld world = scene.world;
    private final String old = scene.putLive();
    private final String next = world.issue();

    @BeforeEach
    void promoted() {
        scene.rotateTo(next);
    }

    private Failure unproven() {
        return failure(() -> scene.rotator().confirmRevoked(new ConfirmRevokedRequest(true)));
    }

    @Test
    void nobody_is_told_to_revoke_the_old_token_while_it_is_live() {
        scene.putLive(old);
        RotationStatus status = scene.status();
        assertThat(status.next().text())
                .startsWith("Do not revoke ")
                .contains("rotation rollback --vault-path", "vault kv rollback -version=2 secret/ci/codex");
        assertThat(status.warnings()).anyMatch(warning -> warning.contains("the one that is to be revoked"));
        Failure staged = failure(() -> scene.stage(world.issue()));
        for (Failure refused :
                new Failure[] {staged, failure(scene::confirmRevoked), failure(scene::promote), failure(scene::verify)
                }) {
            assertThat(refused.code()).isEqualTo("rotation-old-token-live");
            assertThat(refused.exitCode()).isEqualTo(14);
            assertThat(refused.fix()).startsWith("Do not revoke it.");
        }
    }

    @Test
    @Fault(
            area = Area.ROTATION,
            made = "the old token written back to the live secret by hand, then confirm-revoked --unproven",
            promised = "exit 14: a live token is never taken as revoked, by nobody's word")
    void a_persons_word_does_not_make_a_live_token_count_as_revoked(Seen seen) {
        scene.putLive(old);
        world.revoke(old);
        Failure refused = unproven();
        assertThat(refused.code()).isEqualTo("rotation-old-token-live");
        assertThat(scene.status().phase()).isEqualTo(Phase.AWAITING_REVOCATION);
        assertThat(scene.kv.version(scene.paths.live(), 1).isPresent()).isTrue();
        seen.exit(refused.exitCode()).that("nothing destroyed, the revocation still awaited");
    }

    @Test
    void a_rollback_keeps_the_old_token_live_and_has_the_other_one_revoked() {
        scene.putLive(old);
        StepResult kept = scene.rollback();
        assertThat(kept.outcome()).isEqualTo("rolled back as version 4");
        assertThat(scene.liveToken()).isEqualTo(old);
        assertThat(kept.next().orElseThrow().text()).startsWith("Revoke \"ci " + next.substring(0, 5) + "\"");
        world.revoke(next);
        scene.confirmRevoked();
        assertThat(scene.status().phase()).isEqualTo(Phase.IDLE);
    }

    @Test
    void the_promoted_token_written_back_by_hand_lets_the_rotation_go_on() {
        scene.putLive(old);
        scene.putLive(next);
        StepResult again = scene.promote();
        assertThat(again.outcome()).isEqualTo("promoted already, as version 2");
        assertThat(again.liveVersion()).isEqualTo(OptionalInt.of(4));
        assertThat(again.next().orElseThrow().text()).startsWith("Revoke ");
        world.revoke(old);
        scene.confirmRevoked();
        assertThat(scene.liveToken()).isEqualTo(next);
    }

    @Test
    void a_token_that_came_back_while_it_was_confirmed_revoked_is_told_of() {
        world.revoke(old);
        Rotation slow = scene.rotator("slow on ci-2", new WatchedSecrets(scene.kv, new WatchedSecrets.Watch() {
            private boolean happened;

            @Override
            public void before(String request) {
                if (request.equals("write " + scene.paths.journal()) && !happened) {
                    happened = true;
                    scene.putLive(old);
                }
            }
        }));
        assertThat(slow.confirmRevoked(new ConfirmRevokedRequest(false)).warnings())
                .anyMatch(warning ->
                        warning.startsWith("Versions [3] of secret/ci/codex hold the token that counts as revoked"));
    }

    @Test
    @Fault(
            area = Area.ROTATION,
            made = "promote repeated after somebody wrote another token to the live secret by hand",
            promised = "exit 14: what is not live is not called promoted already")
    void a_promotion_whose_token_is_not_live_any_more_is_not_called_done(Seen seen) {
        scene.putLive(BROKEN);
        Failure refused = failure(scene::promote);
        assertThat(refused.code()).isEqualTo("rotation-live-not-the-recorded");
        assertThat(refused.what()).contains("version 3", "version 2");
        assertThat(refused.fix()).contains("vault kv rollback -version=2 secret/ci/codex");
        seen.exit(refused.exitCode()).that("the token written by hand is named, nothing was changed");
    }

    @Test
    void a_deleted_live_secret_is_no_promotion_and_nothing_is_to_be_revoked_yet() {
        ((KvInMemory) scene.kv).delete(scene.paths.live(), 2);
        assertThat(failure(scene::promote).code()).isEqualTo("rotation-live-not-the-recorded");
        assertThat(scene.status().next().text()).startsWith("Revoke nothing yet: no token is live.");
    }

    @Test
    void a_rollback_whose_token_is_not_live_any_more_is_not_called_done() {
        scene.rollback();
        scene.putLive(BROKEN);
        assertThat(failure(scene::rollback).code()).isEqualTo("rotation-live-not-the-recorded");
    }

    @Test
    void other_fields_written_since_do_not_unmake_a_promotion() {
        scene.kv.write(
                scene.paths.live(),
                scene.kv.latest(scene.paths.live()).fields().with("another", Secret.of("another", "value")),
                2);
        assertThat(scene.promote().liveVersion()).isEqualTo(OptionalInt.of(3));
    }
}
