package dev.codexrunner.rotation;

import static dev.codexrunner.rotation.RotationScene.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.codexrunner.credential.vault.SecretFields;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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

    @Test
    @Fault(
            area = Area.ROTATION,
            made = "somebody else's live token lies where candidates are to wait, rotated by this very tool",
            promised = "exit 2 before anything is written; their token, versions and metadata stay")
    void somebody_elses_live_token_at_the_pending_path_is_not_written_over(Seen seen) {
        scene.putLive();
        RotationScene theirs = new RotationScene(scene.kv, scene.paths.pending(), Optional.empty());
        theirs.putLive();
        theirs.rotateTo(theirs.world.issue());
        onlyToken();
        String live = theirs.liveToken();
        var metadata = scene.kv.metadata(scene.paths.pending());
        Failure refused = failure(() -> scene.stage(scene.world.issueProven()));
        assertThat(refused.code()).isEqualTo("rotation-pending-foreign");
        assertThat(theirs.liveToken()).isEqualTo(live);
        assertThat(scene.kv.metadata(scene.paths.pending())).isEqualTo(metadata);
        assertThat(states()).containsOnly(SecretVersion.State.PRESENT);
        seen.exit(refused.exitCode()).that("nothing of theirs was written over or destroyed");
    }

    @Test
    void somebody_elses_live_path_is_left_alone_while_its_latest_version_is_deleted() {
        scene.putLive();
        RotationScene theirs = new RotationScene(scene.kv, scene.paths.pending(), Optional.empty());
        theirs.putLive();
        theirs.rotateTo(theirs.world.issue());
        ((KvInMemory) scene.kv).delete(scene.paths.pending(), 2);
        assertThat(failure(() -> scene.stage(scene.world.issueProven())).code()).isEqualTo("rotation-pending-foreign");
        assertThat(states()).containsExactly(SecretVersion.State.PRESENT, SecretVersion.State.DELETED);
    }

    @Test
    void a_token_without_the_mark_of_a_stage_is_somebody_elses() {
        scene.putLive();
        putPending("{\"access_token\":\"at-theirs-0123456789abcdef01234567\"}");
        assertThat(failure(() -> scene.stage(scene.world.issue())).code()).isEqualTo("rotation-pending-foreign");
        assertThat(states()).containsExactly(SecretVersion.State.PRESENT);
    }

    @Test
    void the_very_token_lying_there_unmarked_is_not_taken_for_ours() {
        scene.putLive();
        String token = scene.world.issue();
        putPending("{\"access_token\":\"" + token + "\"}");
        assertThat(failure(() -> scene.stage(token)).code()).isEqualTo("rotation-pending-foreign");
        assertThat(states()).containsExactly(SecretVersion.State.PRESENT);
    }

    @Test
    void a_mark_for_another_live_path_is_not_ours() {
        scene.putLive();
        putPending(
                "{\"access_token\":\"at-theirs-0123456789abcdef01234567\",\"access_token_staged_for\":\"secret/else\"}");
        assertThat(failure(() -> scene.stage(scene.world.issue())).code()).isEqualTo("rotation-pending-foreign");
    }

    @Test
    void a_candidate_that_an_earlier_release_staged_without_a_mark_can_be_replaced() {
        scene.putLive();
        String first = scene.world.issue();
        scene.stage(first);
        // As that release left it: the journal names version 1, which has the token alone.
        ((KvInMemory) scene.kv)
                .rewrite(scene.paths.pending(), 1, SecretFields.ofJson("{\"access_token\":\"" + first + "\"}"));
        scene.rotator().stage(scene.staging(scene.world.issue(), true, OptionalInt.empty()));
        assertThat(states()).containsExactly(SecretVersion.State.DESTROYED, SecretVersion.State.PRESENT);
    }

    @Test
    void what_a_stage_left_that_was_killed_before_its_journal_entry_is_written_over_and_destroyed() {
        scene.putLive();
        Rotation mortal = scene.rotator(
                "mortal on ci-0", WatchedSecrets.killedBefore(scene.kv, "write " + scene.paths.journal()));
        assertThat(catchThrowable(() -> mortal.stage(scene.staging(scene.world.issue()))))
                .isInstanceOf(Killed.class);
        assertThat(states()).containsExactly(SecretVersion.State.PRESENT);
        scene.stage(scene.world.issue());
        assertThat(states()).containsExactly(SecretVersion.State.DESTROYED, SecretVersion.State.PRESENT);
    }

    @Test
    void the_mark_stays_behind_when_the_candidate_goes_live() {
        scene.putLive();
        scene.rotateTo(scene.world.issue());
        assertThat(scene.kv.latest(scene.paths.live()).fields().names()).doesNotContain("access_token_staged_for");
    }

    /** As a team keeps it that has nothing else in its secret. */
    private void onlyToken() {
        SecretVersion latest = scene.kv.latest(scene.paths.pending());
        SecretFields alone = SecretFields.EMPTY.with(
                "access_token", latest.fields().text("access_token").orElseThrow());
        scene.kv.write(scene.paths.pending(), alone, latest.version());
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
