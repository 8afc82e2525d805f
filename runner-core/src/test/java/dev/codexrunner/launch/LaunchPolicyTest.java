package dev.codexrunner.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchPolicyTest {

    private static List<String> config(String setting, String... allowOverride) {
        return LaunchPolicy.problems(
                Configs.codex(List.of(setting), List.of()),
                Configs.policy(List.of(allowOverride), List.of("docs")),
                CodexHomeSettings.none());
    }

    private static List<String> passEnv(String name, String... allowOverride) {
        return LaunchPolicy.problems(
                Configs.codex(List.of(), List.of(name)),
                Configs.policy(List.of(allowOverride), List.of()),
                CodexHomeSettings.none());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sandbox_mode=\"danger-full-access\"",
                "sandbox_workspace_write.network_access=true",
                "default_permissions=\"x\"",
                "permissions.x.y=1",
                "approval_policy=\"on-request\"",
                "approvals_reviewer=\"auto_review\"",
                "shell_environment_policy.inherit=\"all\"",
                "model_provider=\"x\"",
                "model_providers.x.base_url=\"https://x\"",
                "openai_base_url=\"https://x\"",
                "chatgpt_base_url=\"https://x\"",
                "notify=[\"sh\"]",
                "hooks={}",
                "features.hooks=true",
                " features.hooks =true",
                "features={hooks=true}",
                "projects={}",
                "agents.x.config_file=\"x\"",
                "plugins.x=1",
                "otel.exporter=1",
                "tools={update_plan={enabled=true}}",
                "tools.web_search=true",
                "mcp_servers={}",
                "mcp_servers.other.command=\"sh\"",
                "a_key_of_a_later_codex=1",
                "\"model_provider\"=\"x\"",
                "features . hooks=true",
                "'model_provider'=1",
                "model.=1",
                "=1",
                "model"
            })
    void a_setting_that_could_widen_access_is_refused(String setting) {
        assertThat(config(setting)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model_reasoning_effort=\"high\"",
                "tui.notifications=true",
                "tools.update_plan.enabled=true",
                "mcp_servers.docs.command=\"docs\"",
                "history.persistence=\"none\""
            })
    void a_harmless_setting_and_an_allowed_server_pass(String setting) {
        assertThat(config(setting)).isEmpty();
    }

    @Test
    void a_setting_that_was_allowed_by_its_top_level_key_passes() {
        assertThat(config("model_providers.x.base_url=\"https://x\"", "model_providers"))
                .isEmpty();
        assertThat(config("model_provider=\"x\"", "model_providers")).hasSize(1);
        assertThat(config("\"model_provider\"=\"x\"", "model_provider")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VAULT_TOKEN",
                "BAO_ADDR",
                "GITHUB_TOKEN",
                "MY_SECRET_VALUE",
                "DB_PASSWORD",
                "SIGNING_KEY",
                "CODEX_API_KEY",
                "OPENAI_API_KEY",
                "AWS_PROFILE",
                "CODEX_ACCESS_TOKEN",
                "codex_api_key",
                "LD_PRELOAD",
                "DYLD_INSERT_LIBRARIES",
                "GIT_SSH_COMMAND",
                "BASH_ENV",
                "ENV",
                "NODE_OPTIONS",
                "PYTHONPATH",
                "PYTHONSTARTUP",
                "PERL5LIB",
                "PERL5OPT",
                "RUBYOPT",
                "JAVA_TOOL_OPTIONS",
                "CODEX_HOME",
                "CODEXRUNNER_RUN_ID",
                "NOT A NAME",
                "CODEX_AUTHAPI_BASE_URL",
                "CODEX_CA_CERTIFICATE",
                "SSL_CERT_FILE",
                "ACTIONS_ID_TOKEN_REQUEST_URL"
            })
    void a_variable_with_a_credential_or_that_loads_code_or_steers_codex_is_refused(String name) {
        assertThat(passEnv(name)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"VAULT_TOKEN", "CODEX_API_KEY", "LD_PRELOAD", "GIT_DIR", "CODEX_HOME"})
    void no_switch_allows_a_credential_or_code(String name) {
        assertThat(passEnv(name, name)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CODEX_AGENT_IDENTITY_AUTHAPI_BASE_URL",
                "CODEX_AGENT_IDENTITY_JWKS_BASE_URL",
                "CODEX_AUTHAPI_BASE_URL"
            })
    void an_address_of_codex_passes_when_it_is_also_named_by_allow_override(String name) {
        assertThat(passEnv(name)).hasSize(1);
        assertThat(passEnv(name, name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BUILD_NUMBER", "JAVA_HOME", "CI", "https_proxy", "GOPATH"})
    void an_ordinary_variable_passes(String name) {
        assertThat(passEnv(name)).isEmpty();
    }

    @Test
    void a_given_home_is_held_to_the_same_rules_profile_included(@TempDir Path home) throws Exception {
        Files.writeString(home.resolve("config.toml"), """
                model = "m"
                "sandbox_mode" = "danger-full-access"
                mcp_servers.docs.command = "docs"
                mcp_servers.other.command = "sh"
                mcp_servers."a.b".command = "sh"
                [projects."/x"]
                trust_level = "trusted"
                """);
        Files.writeString(home.resolve("ci.config.toml"), "features . hooks = true\n");
        CodexHomeSettings settings = CodexHomeSettings.read(Optional.of(home), Optional.of("ci"));

        List<String> problems = LaunchPolicy.problems(
                Configs.codex(List.of(), List.of()), Configs.policy(List.of(), List.of("docs")), settings);

        assertThat(problems)
                .hasSize(4)
                .anyMatch(problem -> problem.contains("sandbox_mode"))
                .anyMatch(problem -> problem.contains("projects"))
                .anyMatch(problem -> problem.contains("a.b"))
                .anyMatch(problem -> problem.contains("ci.config.toml: features"));
    }

    @Test
    void of_the_tools_a_home_may_set_the_plan_alone(@TempDir Path home) throws Exception {
        Files.writeString(home.resolve("config.toml"), "[tools.update_plan]\nenabled = true\n");
        CodexHomeSettings plan = CodexHomeSettings.read(Optional.of(home), Optional.empty());
        Files.writeString(home.resolve("config.toml"), "[tools]\nweb_search = true\nupdate_plan.enabled = true\n");
        CodexHomeSettings planAndSearch = CodexHomeSettings.read(Optional.of(home), Optional.empty());

        assertThat(LaunchPolicy.problems(
                        Configs.codex(List.of(), List.of()), Configs.policy(List.of(), List.of()), plan))
                .isEmpty();
        assertThat(LaunchPolicy.problems(
                        Configs.codex(List.of(), List.of()), Configs.policy(List.of(), List.of()), planAndSearch))
                .singleElement()
                .asString()
                .contains("tools");
    }

    @Test
    void a_settings_file_that_is_no_toml_is_named_without_its_content(@TempDir Path home) throws Exception {
        Files.writeString(home.resolve("config.toml"), "model = \"m\"\nkey = top-secret-value\n");

        assertThatThrownBy(() -> CodexHomeSettings.read(Optional.of(home), Optional.empty()))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("config.toml")
                .hasMessageContaining("line 2")
                .hasMessageNotContaining("top-secret");
    }

    @Test
    void a_profile_name_cannot_lead_out_of_the_home(@TempDir Path home) {
        assertThatThrownBy(() -> CodexHomeSettings.read(Optional.of(home), Optional.of("../x")))
                .isInstanceOf(FailureException.class);
    }

    @Test
    void all_problems_are_told_at_once_and_no_value_with_them() {
        assertThatThrownBy(() -> LaunchPolicy.require(
                        Configs.codex(List.of("notify=[\"top-secret\"]", "hooks={}"), List.of("VAULT_TOKEN")),
                        Configs.policy(List.of(), List.of()),
                        CodexHomeSettings.none()))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().kind()).isEqualTo(FailureKind.POLICY))
                .hasMessageContaining("notify")
                .hasMessageContaining("hooks")
                .hasMessageContaining("VAULT_TOKEN")
                .hasMessageNotContaining("top-secret");
    }
}
