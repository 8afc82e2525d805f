package dev.codexrunner.jenkins.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private final Policy controller = Policy.forController()
            .vaultPaths(List.of("secret/**"))
            .risks(List.of("fork", "comment"))
            .label("linux")
            .longestTimeout("2h")
            .fixedSettings(Map.of("vault-ca", List.of("/etc/vault.pem")))
            .build();

    @Test
    void a_folder_narrows() {
        Policy folder = Policy.forFolder()
                .vaultPaths(List.of("secret/team-a/**"))
                .risks(List.of("fork"))
                .label("codex")
                .longestTimeout("1h")
                .build();
        Policy both = controller.narrowedBy(folder);
        assertThat(both.vaultPaths().permits("secret/team-a/x")).isTrue();
        assertThat(both.vaultPaths().permits("secret/team-b/x")).isFalse();
        assertThat(both.risks().permits("fork")).isTrue();
        assertThat(both.risks().permits("comment")).isFalse();
        assertThat(both.labels()).containsExactly("linux", "codex");
        assertThat(both.longestTimeout()).contains(Duration.ofHours(1));
    }

    @Test
    void a_folder_cannot_widen() {
        Policy greedy = Policy.forFolder()
                .vaultPaths(List.of("**"))
                .risks(List.of("**"))
                .sandboxes(List.of("**"))
                .codexPaths(List.of("**"))
                .settings(List.of("**"))
                .longestTimeout("99d")
                .fixedSettings(Map.of("codex-path", List.of("/tmp/codex")))
                .build();
        Policy both = controller.narrowedBy(greedy);
        assertThat(both.vaultPaths().permits("other/x")).isFalse();
        assertThat(both.risks().permits("hosted-runner")).isFalse();
        assertThat(both.sandboxes().permits("danger-full-access")).isFalse();
        assertThat(both.codexPaths().permits("/tmp/codex")).isFalse();
        assertThat(both.settings().permits("pass-env")).isFalse();
        assertThat(both.longestTimeout()).contains(Duration.ofHours(2));
        assertThat(both.fixedSettings()).isEqualTo(controller.fixedSettings());
    }

    @Test
    void a_folder_that_says_nothing_leaves_everything_as_it_is() {
        Policy both = controller.narrowedBy(Policy.forFolder().build());
        assertThat(both).isEqualTo(controller);
    }

    @Test
    void patterns_of_two_folders_hold_both_though_neither_contains_the_other() {
        Permitted both = Permitted.only(List.of("secret/*/codex")).and(Permitted.only(List.of("secret/team-a/*")));
        assertThat(both.permits("secret/team-a/codex")).isTrue();
        assertThat(both.permits("secret/team-b/codex")).isFalse();
        assertThat(both.permits("secret/team-a/other")).isFalse();
        assertThat(both.inWords()).isEqualTo("secret/*/codex; of these secret/team-a/*");
    }

    @Test
    void one_star_stays_between_slashes_and_two_cross_them() {
        assertThat(Permitted.only(List.of("secret/*")).permits("secret/a/b")).isFalse();
        assertThat(Permitted.only(List.of("secret/**")).permits("secret/a/b")).isTrue();
        assertThat(Permitted.only(List.of("a.c")).permits("abc")).isFalse();
        assertThat(Permitted.only(List.of("\\E.*\\Q")).permits("anything")).isFalse();
        assertThat(Permitted.nothing().permits("")).isFalse();
        assertThat(Permitted.anything().permits("")).isTrue();
    }

    @Test
    void the_entry_default_keeps_what_holds_where_nothing_is_listed() {
        Policy added = Policy.forController()
                .sandboxes(List.of("default", "danger-full-access"))
                .codexPaths(List.of("default", "/opt/codex/**"))
                .settings(List.of("default", "pass-env"))
                .build();
        assertThat(List.of("read-only", "workspace-write", "danger-full-access"))
                .allMatch(added.sandboxes()::permits);
        assertThat(List.of("PATH", "/opt/codex/a")).allMatch(added.codexPaths()::permits);
        assertThat(List.of("max-commands", "require", "pass-env")).allMatch(added.settings()::permits);
        assertThat(List.of("codex-config", "ca-bundle")).noneMatch(added.settings()::permits);
        assertThat(Policy.forController()
                        .sandboxes(List.of("default"))
                        .codexPaths(List.of("default"))
                        .settings(List.of("default"))
                        .build())
                .isEqualTo(Policy.forController().build());
    }

    @Test
    void a_refusal_says_how_to_add_without_losing_the_rest() {
        Policy policy = Policy.forController().build();
        assertThat(Requests.admit(Requests.fromVault().sandbox("danger-full-access"), policy)
                        .refusals())
                .singleElement()
                .asString()
                .contains("what is listed there is all that is allowed", "the entry default")
                .contains("stands for read-only, workspace-write");
    }

    @Test
    void an_odd_timeout_is_no_policy() {
        assertThatThrownBy(() -> Policy.forController().longestTimeout("soon"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("soon");
    }
}
