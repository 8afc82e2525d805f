package dev.codexrunner.rotation;

import static dev.codexrunner.rotation.RotationScene.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.secret.Secret;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Owner and name are stored in clear: a token that was pasted there by mistake is noticed before. */
class LabelSecretTest {

    private final RotationScene scene = RotationScene.inMemory();

    @Test
    void the_staged_token_as_its_own_name_is_refused() {
        scene.putLive();
        String token = scene.world.issue();
        requireRefused(token, "o@example.com", "ci " + token, token);
    }

    @Test
    void the_live_token_as_an_owner_is_refused() {
        String live = scene.putLive();
        requireRefused(scene.world.issue(), live, "ci", live);
    }

    @Test
    void any_other_token_by_its_shape_is_refused() {
        scene.putLive();
        String other = "at-" + "q7Wz3Lk9Tb2Xv8Rn4Hc6Yd1Pf5";
        requireRefused(scene.world.issue(), "o@example.com", "ci " + other, other);
    }

    private void requireRefused(String token, String owner, String name, String secret) {
        Failure refused = failure(() -> scene.rotator()
                .stage(new StageRequest(
                        Secret.of("candidate", token),
                        owner,
                        name,
                        Optional.of(TokenExpiry.never()),
                        false,
                        OptionalInt.empty(),
                        Optional.empty())));
        assertThat(refused.code()).isEqualTo("rotation-label-secret");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.reason() + refused.fix()).doesNotContain(secret);
        assertThat(scene.kv.latest(scene.paths.journal()).version()).isZero();
        assertThat(scene.kv.latest(scene.paths.pending()).version()).isZero();
    }
}
