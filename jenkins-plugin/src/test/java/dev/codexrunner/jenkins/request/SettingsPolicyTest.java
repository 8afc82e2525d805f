package dev.codexrunner.jenkins.request;

import static dev.codexrunner.jenkins.request.Requests.admit;
import static dev.codexrunner.jenkins.request.Requests.withSetting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsPolicyTest {

    private static final Policy OPEN = Policy.forController().build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model=\"other\"",
                " model = \"other\"",
                "\"model\"=\"other\"",
                "model_provider=x",
                "profile=x",
                "profiles.x.model=y",
                "sandbox_mode=\"danger-full-access\"",
                "sandbox_workspace_write.network_access=true"
            })
    void codex_config_cannot_smuggle_a_model_or_a_sandbox_in(String setting) {
        Policy policy = Policy.forController()
                .models(List.of("gpt-5"))
                .settings(List.of("codex-config"))
                .build();
        assertThat(admit(withSetting("codex-config", setting).model("gpt-5"), policy)
                        .refusals())
                .as(setting)
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allow-override",
                "allow-mcp",
                "allow-stored-login",
                "allow-credential-file",
                "allow-gated-changes",
                "allow-unchecked-changes",
                "codex-config",
                "codex-home",
                "login-mode",
                "otel-endpoint",
                "pass-env",
                "profile",
                "team-config",
                "token-kind",
                "vault-ca",
                "vault-client-key",
                "vault-redirect-host"
            })
    void a_setting_that_widens_access_needs_the_policys_word(String key) {
        assertThat(admit(withSetting(key, "x"), OPEN).refusals())
                .singleElement()
                .asString()
                .contains(key, "Keys of config");
        Policy allowing = Policy.forController().settings(List.of(key)).build();
        assertThat(admit(withSetting(key, "x=y"), allowing).refusals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report-dir",
                "progress",
                "json",
                "token-source",
                "token-file",
                "token-env",
                "prompt-file",
                "run-name",
                "vault-token-file",
                "vault-role-id",
                "allow-danger-full-access"
            })
    void what_the_plugin_sets_itself_no_policy_can_allow(String key) {
        Policy everything = Policy.forController().settings(List.of("**")).build();
        assertThat(admit(withSetting(key, "x"), everything).refusals())
                .singleElement()
                .asString()
                .contains(key, "the plugin sets it itself");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"vault-path", "sandbox", "codex-path", "vault-addr", "timeout", "allow-untrusted-trigger", "cd"})
    void what_has_an_input_never_comes_in_as_a_setting(String key) {
        Policy everything = Policy.forController().settings(List.of("**")).build();
        assertThat(admit(withSetting(key, "x"), everything).refusals())
                .singleElement()
                .asString()
                .contains(key, "an input of its own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Sandbox", "sandbox ", "sandbox: x\nvault-path", "--sandbox", "<<", "sändbox"})
    void a_key_that_is_no_name_is_refused(String key) {
        Policy everything = Policy.forController().settings(List.of("**")).build();
        assertThat(admit(withSetting(key, "x"), everything).problems()).isNotEmpty();
    }

    @Test
    void a_fixed_setting_is_not_the_jobs() {
        Policy policy = Policy.forController()
                .fixedSettings(Map.of("deny-changes", List.of("deploy/**")))
                .build();
        assertThat(admit(withSetting("deny-changes", "x"), policy).refusals())
                .singleElement()
                .asString()
                .contains("fixed");
    }
}
