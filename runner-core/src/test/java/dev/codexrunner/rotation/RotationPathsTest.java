package dev.codexrunner.rotation;

import static dev.codexrunner.rotation.RotationScene.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.config.VaultPath;
import dev.codexrunner.failure.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which paths can be a live one. */
class RotationPathsTest {

    @ParameterizedTest
    @ValueSource(strings = {"secret/ci/codex/pending", "secret/ci/codex/rotation/", "secret/pending#token"})
    void where_another_rotation_keeps_its_candidate_or_journal_nothing_is_rotated(String text) {
        VaultPath path = VaultPath.parse(text).orElseThrow();
        Failure refused = failure(() -> RotationPaths.of(path));
        assertThat(refused.code()).isEqualTo("rotation-path-reserved");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.what()).contains(path.path());
    }

    @Test
    void a_name_that_only_sounds_like_it_is_a_live_path() {
        VaultPath path = VaultPath.parse("secret/ci/codex-pending").orElseThrow();
        assertThat(RotationPaths.of(path).pending()).isEqualTo("secret/ci/codex-pending/pending");
    }
}
