package dev.codexrunner.rotation;

import static dev.codexrunner.rotation.RotationScene.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Races that chance seldom makes, each made on purpose. */
class RotationRacesTest {

    private final RotationScene scene = RotationScene.inMemory();
    private final TokenWorld world = scene.world;

    /** Does something once, right before a request leaves. */
    private WatchedSecrets before(String request, Runnable event) {
        return new WatchedSecrets(scene.kv, new WatchedSecrets.Watch() {
            private boolean happened;

            @Override
            public void before(String leaving) {
                if (leaving.equals(request) && !happened) {
                    happened = true;
                    event.run();
                }
            }
        });
    }

    private Rotation killedBefore(String request) {
        return scene.rotator("killed on ci-1", before(request, () -> {
            throw new Killed("before " + request);
        }));
    }

    private static void dying(Runnable step) {
        assertThat(catchThrowable(step::run)).isInstanceOf(Killed.class);
    }

    @Test
    @Fault(
            area = Area.ROTATION,
            made =
                    "two help a killed promotion; one makes the token live and is killed, the other finds the candidate gone",
            promised = "the promotion counts, and is not taken for given up")
    void who_finds_the_candidate_gone_looks_again_whether_it_went_live(Seen seen) {
        String old = scene.putLive();
        String next = world.issue();
        scene.stage(next);
        scene.verify();
        PromoteRequest promote = new PromoteRequest(OptionalInt.empty());
        dying(() -> killedBefore("write " + scene.paths.live()).promote(promote));
        Rotation slow = scene.rotator(
                "slow on ci-2",
                before(
                        "read " + scene.paths.pending() + " version 1",
                        () -> dying(() ->
                                killedBefore("write " + scene.paths.journal()).promote(promote))));
        assertThat(failure(() -> slow.verify(new VerifyRequest(false))).code())
                .isEqualTo("rotation-revocation-awaited");
        assertThat(scene.outcomes()).doesNotContain(StepOutcome.ABANDONED);
        assertThat(scene.liveToken()).isEqualTo(next);
        assertThat(scene.status().phase()).isEqualTo(Phase.AWAITING_REVOCATION);
        world.revoke(old);
        scene.confirmRevoked();
        seen.exit(0).that("the token was live once, and the journal says so");
    }

    @Test
    @Fault(
            area = Area.ROTATION,
            made = "two rotators stage the same token at once",
            promised = "one stages it, the other gets 14 and does not destroy it")
    void who_loses_with_the_same_token_does_not_destroy_the_winners(Seen seen) {
        scene.putLive();
        String next = world.issue();
        Rotation loser =
                scene.rotator("loser on ci-2", before("write " + scene.paths.journal(), () -> scene.stage(next)));
        Failure lost = failure(() -> loser.stage(scene.staging(next)));
        assertThat(lost.code()).isEqualTo("rotation-lost");
        assertThat(lost.what()).contains("stage by approle-rotator on ci-1", "staged");
        scene.verify();
        scene.promote();
        assertThat(scene.liveToken()).isEqualTo(next);
        seen.exit(lost.exitCode()).that("the winner's candidate went live");
    }

    @Test
    @Fault(
            area = Area.ROTATION,
            made = "while one stages, another stages and withdraws, so that the state looks as before",
            promised = "exit 14: its own candidate was swept away with the other's")
    void a_state_that_came_back_is_not_taken_for_the_one_that_was_read(Seen seen) {
        scene.putLive();
        Rotation slow = scene.rotator("slow on ci-2", before("write " + scene.paths.journal(), () -> {
            scene.stage(world.issue());
            scene.rollback();
        }));
        Failure lost = failure(() -> slow.stage(scene.staging(world.issue())));
        assertThat(lost.code()).isEqualTo("rotation-lost");
        assertThat(scene.status().phase()).isEqualTo(Phase.IDLE);
        assertThat(scene.leftPending()).isEmpty();
        seen.exit(lost.exitCode()).that("nothing staged, nothing pending");
    }

    @Test
    void a_line_that_somebody_adds_meanwhile_does_not_lose_the_race() {
        scene.putLive();
        String next = world.issue();
        scene.stage(next);
        Rotation verifying = scene.rotator(
                "slow on ci-2",
                before(
                        "write " + scene.paths.journal(),
                        () -> assertThat(failure(scene::promote).code()).isEqualTo("rotation-not-verified")));
        verifying.verify(new VerifyRequest(false));
        scene.promote();
        assertThat(scene.outcomes())
                .containsExactly(StepOutcome.STAGED, StepOutcome.REFUSED, StepOutcome.VERIFIED, StepOutcome.PROMOTED);
    }
}
