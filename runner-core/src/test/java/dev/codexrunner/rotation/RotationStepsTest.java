package dev.codexrunner.rotation;

import static dev.codexrunner.rotation.RotationScene.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.credential.vault.SecretFields;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.secret.Secret;
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
    void without_a_live_token_a_rotation_begins_with_the_first_and_has_nothing_to_revoke() {
        String first = world.issue();
        scene.stage(first);
        assertThat(scene.verify().warnings()).anyMatch(warning -> warning.contains("no live token"));
        assertThat(scene.promote().outcome()).isEqualTo("promoted as version 1");
        assertThat(scene.status().phase()).isEqualTo(Phase.IDLE);
        assertThat(scene.promote().repeated()).isTrue();
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
}
