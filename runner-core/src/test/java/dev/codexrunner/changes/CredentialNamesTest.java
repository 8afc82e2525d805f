package dev.codexrunner.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".git/config",
                "a/.git/modules/b/config",
                "a/.GIT/worktrees/b/CONFIG.worktree",
                "mirror.git/config",
                ".ssh/known_hosts",
                "a/b/.env.local",
                "keys/server.pem.bak",
                ".docker/config.json",
                "home/.Docker/config.json",
                "home/.config/gh/hosts.yml",
                "a/.config/gcloud/x",
                "secrets"
            })
    void a_file_that_holds_credentials_by_its_name(String path) {
        assertThat(CredentialNames.has(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "config",
                "src/config",
                "config.json",
                "docker/config.json",
                "a.ssh/x",
                ".ssh",
                "hosts.yml",
                ".github/config",
                ".gitignore",
                ".git",
                "a/.git/HEAD",
                "x.git"
            })
    void another_file(String path) {
        assertThat(CredentialNames.has(path)).isFalse();
    }

    /** A path may be as long as a line of the stream, and the agent names it. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_path_of_a_million_characters_is_judged_in_time() {
        for (String part : List.of(".git/", ".git", "config/", ".pem", ".ssh", "secrets.", "/", ".env")) {
            String path = part.repeat(1 << 20 >> 2);
            assertThat(CredentialNames.has(path + "/x")).isIn(true, false);
        }
        assertThat(CredentialNames.has(".git/".repeat(200_000) + "x")).isFalse();
        assertThat(CredentialNames.has(".git/".repeat(200_000) + "config")).isTrue();
    }
}
