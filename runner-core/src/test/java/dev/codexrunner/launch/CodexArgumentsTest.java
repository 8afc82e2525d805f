package dev.codexrunner.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.failure.FailureException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodexArgumentsTest {

    private static final RunId RUN = new RunId("0123456789abcdef");
    private static final Path CD = Path.of("/repo");
    private static final String THREAD = "0190aaaa-0000-7000-8000-000000000000";

    private static List<String> line(
            Optional<String> resume, List<String> config, List<String> allowOverride, CodexHomeSettings settings) {
        return CodexArguments.of(
                Configs.task(CD, resume),
                Configs.codex(config, List.of()),
                Configs.policy(allowOverride, List.of()),
                settings,
                List.of(),
                RUN);
    }

    @Test
    void the_defaults_are_these_and_no_others() {
        assertThat(line(Optional.empty(), List.of(), List.of(), CodexHomeSettings.none()))
                .containsExactly(
                        "exec",
                        "--json",
                        "--color=never",
                        "--ignore-rules",
                        "--strict-config",
                        "--sandbox=read-only",
                        "--cd=/repo",
                        "--disable=apps",
                        "--disable=browser_use",
                        "--disable=browser_use_external",
                        "--disable=browser_use_full_cdp_access",
                        "--disable=computer_use",
                        "--disable=hooks",
                        "--disable=in_app_browser",
                        "--disable=plugins",
                        "--disable=remote_plugin",
                        "--disable=plugin_sharing",
                        "--disable=shell_snapshot",
                        "--disable=skill_mcp_dependency_install",
                        "--disable=unbounded_connection_retries",
                        "--config=analytics.enabled=false",
                        "--config=check_for_update_on_startup=false",
                        "--config=allow_login_shell=false",
                        "--config=web_search=\"disabled\"",
                        "--config=approval_policy=\"never\"",
                        "--config=shell_environment_policy.inherit=\"core\"",
                        "--config=shell_environment_policy.set.SHLVL=\"1\"",
                        "--config=shell_environment_policy.set.CODEXRUNNER_RUN_ID=\"0123456789abcdef\"",
                        "-");
    }

    @Test
    void a_resumed_thread_gets_its_sandbox_before_the_word_resume() {
        List<String> line = line(Optional.of(THREAD), List.of(), List.of(), CodexHomeSettings.none());

        assertThat(line).endsWith("resume", THREAD, "-");
        assertThat(line.indexOf("--sandbox=read-only")).isLessThan(line.indexOf("resume"));
    }

    @Test
    void a_lost_thread_goes_on_with_every_bound_said_again_before_the_word_resume() {
        List<String> before = line(Optional.empty(), List.of(), List.of(), CodexHomeSettings.none());
        List<String> line = CodexArguments.continuing(
                Configs.task(CD, Optional.empty()),
                Configs.codex(List.of(), List.of()),
                Configs.policy(List.of(), List.of()),
                CodexHomeSettings.none(),
                List.of(),
                RUN,
                THREAD);

        assertThat(line.subList(0, line.size() - 3)).isEqualTo(before.subList(0, before.size() - 1));
        assertThat(line).endsWith("resume", THREAD, "-");
    }

    @Test
    void a_thread_id_cannot_be_an_option() {
        assertThatThrownBy(() -> line(Optional.of("--last"), List.of(), List.of(), CodexHomeSettings.none()))
                .isInstanceOf(FailureException.class);
    }

    @Test
    void a_users_setting_comes_after_ours_and_the_run_mark_after_both() {
        List<String> line = line(
                Optional.empty(),
                List.of("shell_environment_policy.inherit=\"all\""),
                List.of("shell_environment_policy"),
                CodexHomeSettings.none());

        assertThat(line)
                .containsSubsequence(
                        "--config=shell_environment_policy.inherit=\"core\"",
                        "--config=shell_environment_policy.inherit=\"all\"",
                        "--config=shell_environment_policy.set.CODEXRUNNER_RUN_ID=\"0123456789abcdef\"");
    }

    @Test
    void an_allowed_feature_is_left_on_but_endless_retries_never() {
        List<String> line = line(
                Optional.empty(),
                List.of("features.apps=true", "features.unbounded_connection_retries=true"),
                List.of("features"),
                CodexHomeSettings.none());

        assertThat(line).doesNotContain("--disable=apps").contains("--disable=hooks");
        assertThat(line).contains("--disable=unbounded_connection_retries");
    }

    @Test
    void servers_of_a_given_home_that_were_not_named_are_switched_off(@TempDir Path home) throws Exception {
        Files.writeString(home.resolve("config.toml"), "[mcp_servers.a]\ncommand='a'\n[mcp_servers.b]\ncommand='b'\n");
        CodexHomeSettings settings = CodexHomeSettings.read(Optional.of(home), Optional.empty());
        List<String> line = CodexArguments.of(
                Configs.task(CD, Optional.empty()),
                Configs.codex(List.of(), List.of()),
                Configs.policy(List.of(), List.of("a")),
                settings,
                List.of(),
                RUN);

        assertThat(line).contains("--config=mcp_servers.b.enabled=false");
        assertThat(line).doesNotContain("--config=mcp_servers.a.enabled=false");
    }
}
