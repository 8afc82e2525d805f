package dev.codexrunner.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.config.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenFilesTest {

    private static final Path NETRC = Path.of("/home/ci/.netrc");

    private static List<String> line(List<String> config, CodexHomeSettings settings, List<Path> hidden) {
        return CodexArguments.of(
                Configs.task(Path.of("/repo"), Optional.empty()),
                Configs.codex(config, List.of()),
                Configs.policy(List.of(), List.of()),
                settings,
                hidden,
                new RunId("0123456789abcdef"));
    }

    @Test
    void a_profile_stands_in_place_of_the_sandbox_that_would_win_over_it() {
        assertThat(line(List.of(), CodexHomeSettings.none(), List.of(NETRC)))
                .contains(
                        "--config=default_permissions=\"codex_runner\"",
                        "--config=permissions.codex_runner={extends=\":read-only\",filesystem={\"/home/ci/.netrc\"=\"deny\"}}")
                .noneMatch(argument -> argument.startsWith("--sandbox"));
    }

    @Test
    void each_sandbox_has_its_profile() {
        assertThat(HiddenFiles.settings(Sandbox.WORKSPACE_WRITE, List.of(NETRC)).get(1))
                .contains("extends=\":workspace\"");
    }

    @Test
    void a_path_is_quoted_as_toml_has_it_and_none_is_taken_for_a_pattern() {
        assertThat(HiddenFiles.settings(Sandbox.READ_ONLY, List.of(Path.of("/a \"b\" \\c"), Path.of("/x/*")))
                        .get(1))
                .contains("{\"/a \\\"b\\\" \\\\c\"=\"deny\"}");
        assertThat(HiddenFiles.canName(Path.of("/a/b c"))).isTrue();
        assertThat(HiddenFiles.canName(Path.of("/a/[b]"))).isFalse();
        assertThat(HiddenFiles.canName(Path.of("/a\nb"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sandbox_mode=\"read-only\"",
                "sandbox_workspace_write.network_access=true",
                "permissions.mine={}",
                "default_permissions=\":workspace\""
            })
    void settings_that_don_t_go_with_a_profile_keep_the_sandbox(String setting) {
        assertThat(line(List.of(setting), CodexHomeSettings.none(), List.of(NETRC)))
                .contains("--sandbox=read-only")
                .noneMatch(argument -> argument.contains("codex_runner={"));
        assertThat(HiddenFiles.obstacle(Configs.codex(List.of(setting), List.of()), CodexHomeSettings.none()))
                .isPresent();
    }

    @Test
    void so_do_those_of_a_given_home(@TempDir Path home) throws Exception {
        Files.writeString(home.resolve("config.toml"), "[sandbox_workspace_write]\nexclude_slash_tmp = true\n");
        CodexHomeSettings settings = CodexHomeSettings.read(Optional.of(home), Optional.empty());
        assertThat(line(List.of(), settings, List.of(NETRC))).contains("--sandbox=read-only");
    }
}
