package dev.codexrunner.rotation;

import static dev.codexrunner.rotation.RotationScene.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.credential.vault.SecretFields;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The pending path may be somebody else's: nothing of theirs is overwritten or destroyed. */
class ForeignPendingTest {

    private final RotationScene scene = RotationScene.inMemory();

    @Test
    @Fault(
            area = Area.ROTATION,
            made = "somebody else's secret lies where candidates are to wait",
            promised = "exit 2 before anything is written; every version of it stays")
    void a_secret_of_somebody_else_at_the_pending_path_refuses_the_stage(Seen seen) {
        scene.putLive();
        putPending("{\"db_password\":\"one\"}");
        putPending("{\"db_password\":\"two\"}");
        Failure refused = failure(() -> scene.stage(scene.world.issue()));
        assertThat(refused.code()).isEqualTo("rotation-pending-foreign");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.what())
                .contains("secret/ci/codex/pending", "db_password")
                .doesNotContain("two");
        assertThat(states()).containsExactly(SecretVersion.State.PRESENT, SecretVersion.State.PRESENT);
        assertThat(scene.kv.latest(scene.paths.journal()).version()).isZero();
        seen.exit(refused.exitCode()).that("both versions stayed, no journal was begun");
    }

    @Test
    void our_field_among_others_is_somebody_elses_secret_too() {
        scene.putLive();
        putPending("{\"access_token\":\"theirs\",\"db_password\":\"one\"}");
        assertThat(failure(() -> scene.stage(scene.world.issue())).code()).isEqualTo("rotation-pending-foreign");
        assertThat(states()).containsExactly(SecretVersion.State.PRESENT);
    }

    @Test
    void older_versions_of_somebody_else_outlive_stage_and_promotion() {
        scene.putLive();
        putPending("{\"db_password\":\"one\"}");
        putPending("{\"db_password\":\"two\"}");
        ((KvInMemory) scene.kv).delete(scene.paths.pending(), 2);
        scene.stage(scene.world.issue());
        scene.verify();
        putPending("{\"db_password\":\"three\"}");
        scene.promote();
        assertThat(states())
                .containsExactly(
                        SecretVersion.State.PRESENT,
                        SecretVersion.State.DELETED,
                        SecretVersion.State.DESTROYED,
                        SecretVersion.State.PRESENT);
    }

    @Test
    void a_rollback_leaves_somebody_elses_version_alone() {
        scene.putLive();
        scene.stage(scene.world.issue());
        putPending("{\"db_password\":\"one\"}");
        scene.rollback();
        assertThat(states()).containsExactly(SecretVersion.State.DESTROYED, SecretVersion.State.PRESENT);
    }

    private void putPending(String json) {
        String path = scene.paths.pending();
        scene.kv.write(path, SecretFields.ofJson(json), scene.kv.latest(path).version());
    }

    private List<SecretVersion.State> states() {
        String path = scene.paths.pending();
        return IntStream.rangeClosed(1, scene.kv.latest(path).version())
                .mapToObj(number -> scene.kv.version(path, number).state())
                .toList();
    }
}
