package dev.codexrunner.rotation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.config.CodexConfig;
import dev.codexrunner.config.LoginMode;
import dev.codexrunner.config.Sandbox;
import dev.codexrunner.failure.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeProviderTest {

    private static final String MINE = "model_providers.mine";

    @TempDir
    Path home;

    @TempDir
    Path machine;

    @Test
    void openais_own_provider_is_asked_with_the_token() {
        proves();
        proves("model_provider=openai", "model_providers.openai={requires_openai_auth=false}");
    }

    @Test
    void another_that_requires_openais_login_is_too() {
        proves("model_provider=\"mine\"", MINE + "={base_url=\"https://x\",requires_openai_auth=true}");
        proves("model_provider=mine", MINE + ".requires_openai_auth=true", MINE + ".name=\"m\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "={base_url=\"https://x\"}",
                "={base_url=\"https://x\",requires_openai_auth=false}",
                "={requires_openai_auth=true,env_key=\"MY_KEY\"}",
                "={requires_openai_auth=true,experimental_bearer_token=\"x\"}",
                "={requires_openai_auth=true,http_headers={Authorization=\"Bearer k\"}}",
                "={requires_openai_auth=true,env_http_headers={api-key=\"MY_KEY\"}}",
                "={requires_openai_auth=true,query_params={key=\"k\"}}",
                ".requires_openai_auth=false",
            })
    void a_provider_that_asks_for_another_key_or_none_is_refused(String settings) {
        refuses("model_provider=\"mine\"", MINE + settings);
    }

    @Test
    void openais_own_provider_at_a_gateway_is_refused() {
        refuses("openai_base_url=\"https://gateway.example/v1\"");
        refuses("openai_base_url=\"https://openai.com.gateway.example/v1\"");
        refuses("openai_base_url=\"no address\"");
        proves("openai_base_url=\"https://api.openai.com/v1\"");
        proves("openai_base_url=\"https://g.example/v1\"", "chatgpt_base_url=\"https://g.example/backend-api\"");
        proves(
                "openai_base_url=\"https://gateway.example\"",
                "model_provider=mine",
                MINE + ".requires_openai_auth=true");
    }

    @Test
    void one_that_codex_has_built_in_for_local_models_is_refused() {
        refuses("model_provider=ollama");
    }

    @Test
    void the_command_line_wins_over_the_home_and_the_managed_file_over_both() throws IOException {
        Files.writeString(home.resolve("config.toml"), """
                model_provider = "mine"
                [model_providers.mine]
                base_url = "https://x"
                """);
        refuses();
        proves("model_provider=openai");
        proves(MINE + ".requires_openai_auth=true");
        Files.writeString(machine.resolve("managed_config.toml"), "model_provider = 'ollama'");
        refuses("model_provider=openai");
    }

    private void proves(String... config) {
        assertThatCode(() -> ProbeProvider.requireTheToken(codex(config), machine))
                .doesNotThrowAnyException();
    }

    private void refuses(String... config) {
        assertThatThrownBy(() -> ProbeProvider.requireTheToken(codex(config), machine))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("rotation-probe-proves-nothing");
    }

    private CodexConfig codex(String... config) {
        return new CodexConfig(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(home),
                Optional.empty(),
                Optional.empty(),
                Sandbox.READ_ONLY,
                List.of(config),
                List.of(),
                LoginMode.ENV);
    }
}
