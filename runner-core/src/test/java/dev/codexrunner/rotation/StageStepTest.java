package dev.codexrunner.rotation;

import static dev.codexrunner.rotation.RotationScene.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.credential.vault.VaultSecretFailure;
import dev.codexrunner.credential.vault.WriteResult;
import dev.codexrunner.failure.Failure;
import java.util.List;
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
    void what_to_do_about_a_token_that_is_no_candidate_leaves_the_live_one_alone() {
        scene.putLive();
        Failure pasted = failure(() -> scene.stage("hello world"));
        assertThat(pasted.code()).isEqualTo("token-has-whitespace");
        assertThat(pasted.exitCode()).isEqualTo(4);
        for (String given : List.of(
                "hello world",
                "'at-quoted'",
                "$TOKEN",
                "{\"token\": 1}",
                "Bearer at-x",
                "at-short",
                "no-token",
                "sk-proj-0123456789abc")) {
            Failure refused = failure(() -> scene.stage(given));
            assertThat(refused.fix())
                    .as(refused.code())
                    .doesNotContain("Store", "vault kv")
                    .endsWith("Nothing was changed in Vault.");
        }
    }

    @Test
    void a_path_without_a_live_token_may_be_misspelt() {
        assertThat(scene.stage(world.issue()).warnings()).anyMatch(text -> text.contains("There is no live secret at"));
        RotationScene usual = RotationScene.inMemory();
        usual.putLive();
        assertThat(usual.stage(usual.world.issue()).warnings()).isEmpty();
    }

    @Test
    void what_is_staged_is_staged_though_nothing_may_be_cleared_away() {
        scene.putLive();
        Rotation blind = scene.rotator("narrow on ci-2", new WatchedSecrets(scene.kv, new WatchedSecrets.Watch() {
            @Override
            public void before(String request) {
                if (request.equals("read metadata of " + scene.paths.pending())) {
                    throw VaultSecretFailure.VAULT_READ_DENIED
                            .with(scene.paths.pending(), request, "the policy")
                            .asException();
                }
            }
        }));
        StepResult staged = blind.stage(scene.staging(world.issue()));
        assertThat(staged.outcome()).startsWith("staged as version 1");
        assertThat(staged.warnings()).anyMatch(text -> text.contains("could not be cleared away"));
        assertThat(scene.outcomes()).containsExactly(StepOutcome.STAGED);
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
