package dev.codexrunner.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.codexrunner.config.ConfigResolver;
import dev.codexrunner.config.ConfigSources;
import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies of a machine, each as measured with codex 0.169.0; whole runs under them are ManagedPolicyIT's. */
class ManagedPolicyTest {

    @TempDir
    private Path folder;

    private static RunnerConfig config(String... namesAndValues) {
        Map<String, List<String>> texts = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            texts.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return new ConfigResolver()
                .resolve(new ConfigSources(
                        ConfigSources.Purpose.CHECK, texts, Map.of(), Optional.empty(), Optional.empty()))
                .config();
    }

    private Optional<Failure> objection(String file, String toml, String... config) throws IOException {
        Files.writeString(folder.resolve(file), toml.replace('\'', '"'));
        return new ManagedPolicy(folder, "agent-7.corp.example").objection(config(config));
    }

    private String code(String file, String toml, String... config) throws IOException {
        return objection(file, toml, config).map(Failure::code).orElse("none");
    }

    @Test
    void openais_own_example_is_one_that_codex_does_not_start_under() throws IOException {
        Failure failure = objection("requirements.toml", """
                allowed_web_search_modes = ['disabled', 'cached']
                allowed_sandbox_modes = ['workspace-write']
                allowed_approval_policies = ['on-request']
                """).orElseThrow();

        assertThat(failure.code()).isEqualTo("policy-without-read-only");
        assertThat(failure.reason()).contains("requirements.toml", "lists only: workspace-write", "\"read-only\"");
        assertThat(failure.fix()).contains("add \"read-only\"");
    }

    @Test
    void a_sandbox_that_is_not_allowed_names_file_key_and_what_is() throws IOException {
        String toml = "allowed_sandbox_modes = ['read-only']";

        assertThat(code("requirements.toml", toml)).isEqualTo("none");
        Failure failure = objection("requirements.toml", toml, "sandbox", "workspace-write")
                .orElseThrow();
        assertThat(failure.code()).isEqualTo("policy-excludes");
        assertThat(failure.kind().exitCode()).isEqualTo(12);
        assertThat(failure.reason())
                .contains(folder.resolve("requirements.toml").toString(), "allowed_sandbox_modes", "only: read-only");
    }

    @Test
    void a_policy_that_wants_approvals_can_not_be_met_headless() throws IOException {
        assertThat(objection("requirements.toml", "allowed_approval_policies = ['on-request', 'untrusted']")
                        .orElseThrow()
                        .fix())
                .contains("add \"never\" to allowed_approval_policies");
        assertThat(code("requirements.toml", "allowed_approval_policies = ['on-request', 'never']"))
                .isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({"read-only,none", "workspace-write,policy-excludes"})
    void a_part_for_this_host_takes_the_place_of_what_holds_for_all(String sandbox, String code) throws IOException {
        assertThat(code("requirements.toml", """
                allowed_sandbox_modes = ['read-only', 'workspace-write']
                [[remote_sandbox_config]]
                hostname_patterns = ['build-*']
                allowed_sandbox_modes = ['read-only', 'workspace-write', 'danger-full-access']
                [[remote_sandbox_config]]
                hostname_patterns = ['AGENT-?.corp.*']
                allowed_sandbox_modes = ['read-only']
                """, "sandbox", sandbox)).isEqualTo(code);
    }

    @Test
    void profiles_decide_whatever_the_sandbox_option_says() throws IOException {
        String both = "allowed_permission_profiles = {':read-only' = true, ':workspace' = true}\n";

        assertThat(code("requirements.toml", both)).isEqualTo("policy-picks-profile");
        assertThat(code("requirements.toml", both, "sandbox", "workspace-write"))
                .isEqualTo("none");
        assertThat(code("requirements.toml", both, "codex-config", "default_permissions = \":read-only\""))
                .isEqualTo("none");
        assertThat(code("requirements.toml", both + "default_permissions = ':read-only'", "sandbox", "workspace-write"))
                .isEqualTo("policy-picks-profile");
        assertThat(code("requirements.toml", both + "default_permissions = ':read-only'"))
                .isEqualTo("none");
    }

    @Test
    void a_kind_of_login_that_is_not_allowed() throws IOException {
        assertThat(code("requirements.toml", "allowed_login_methods = ['api']")).isEqualTo("policy-excludes-login");
        assertThat(code("requirements.toml", "allowed_login_methods = ['api']", "token-kind", "api-key"))
                .isEqualTo("none");
        assertThat(code("requirements.toml", "allowed_login_methods = ['chatgpt']"))
                .isEqualTo("none");
    }

    @Test
    void a_feature_that_is_pinned_on_stays_on_so_it_must_be_accepted() throws IOException {
        String toml = "[features]\nhooks = true\nbrowser_use = false\n";

        assertThat(code("requirements.toml", toml)).isEqualTo("policy-pins-features");
        assertThat(code("requirements.toml", toml, "allow-override", "features"))
                .isEqualTo("none");
    }

    @Test
    void the_older_file_is_a_requirement_too() throws IOException {
        assertThat(code("managed_config.toml", "approval_policy = 'on-request'"))
                .isEqualTo("policy-wants-approvals");
        String mode = "sandbox_mode = 'read-only'";
        assertThat(code("managed_config.toml", mode, "sandbox", "workspace-write"))
                .isEqualTo("policy-excludes");
        assertThat(code("managed_config.toml", mode)).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "config.toml|notify = ['/bin/x']|notify",
                "config.toml|model_provider = 'other'|model_provider",
                "config.toml|sandbox_workspace_write.network_access = true|sandbox_workspace_write",
                "managed_config.toml|sandbox_workspace_write.network_access = true|sandbox_workspace_write",
                "managed_config.toml|web_search = 'live'|web_search",
                "managed_config.toml|features.apps = true|features"
            })
    void settings_of_the_machine_that_widen_a_run(String file, String toml, String key) throws IOException {
        Failure failure = objection(file, toml).orElseThrow();

        assertThat(failure.code()).isEqualTo("machine-settings-refused");
        assertThat(failure.reason()).contains(file + ": " + key, "--allow-override " + key);
        assertThat(code(file, toml, "allow-override", key)).isEqualTo("none");
    }

    @Test
    void settings_of_the_machine_that_every_run_sets_itself_do_no_harm() throws IOException {
        assertThat(code("config.toml", """
                model = 'gpt'
                sandbox_mode = 'danger-full-access'
                approval_policy = 'on-request'
                web_search = 'live'
                [features]
                apps = true
                [mcp_servers.docs]
                command = '/bin/docs'
                """)).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key = 'hidden value\n",
                "allowed_sandbox_modes = 'read-only'",
                "allowed_sandbox_modes = []",
                "allowed_approval_policies = [1]"
            })
    void a_broken_file_is_named_without_its_content(String toml) throws IOException {
        Files.writeString(folder.resolve("requirements.toml"), toml);

        FailureException broken = catchThrowableOfType(
                FailureException.class, () -> new ManagedPolicy(folder, "host").objection(config()));

        assertThat(broken).hasMessageContaining("requirements.toml").hasMessageNotContaining("hidden");
        assertThat(broken.failure().code()).isEqualTo("policy-unreadable");
    }
}
