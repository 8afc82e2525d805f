package dev.codexrunner.rotation;

import static dev.codexrunner.rotation.RotationScene.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.credential.identity.TokenIdentity;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureKind;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a candidate has to prove, and how long that lasts. */
class VerifyStepTest {

    private final RotationScene scene = RotationScene.inMemory();
    private final TokenWorld world = scene.world;

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
    void a_failed_probe_undoes_an_earlier_verification() {
        scene.putLive();
        scene.stage(world.issue());
        scene.verify();
        world.failProbes(RotationFailure.ROTATION_PROBE_ANSWER_WRONG.with("a", "b"));
        assertThat(failure(scene::verify).kind()).isEqualTo(FailureKind.OUTPUT_INVALID);
        assertThat(failure(scene::promote).code()).isEqualTo("rotation-not-verified");
    }

    @Test
    void after_a_verification_that_failed_the_same_again_is_not_what_comes_next() {
        scene.putLive();
        String revoked = world.issue();
        scene.stage(revoked);
        assertThat(scene.status().next().text()).startsWith("Prove the candidate");
        world.revoke(revoked);
        failure(scene::verify);
        assertThat(scene.status().next().text())
                .contains("token-not-accepted", "stage --replace", "rotation rollback --vault-path");
        scene.rotator().stage(scene.staging(world.issue(), true, OptionalInt.empty()));
        assertThat(scene.status().next().text()).startsWith("Prove the candidate");
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
}
