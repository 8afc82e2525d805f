package dev.codexrunner.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.launch.CodexHomeSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceHostsTest {

    @TempDir
    private Path home;

    private static Set<URI> hosts(List<String> flags, Map<String, String> env, CodexHomeSettings settings) {
        return ServiceHosts.of(Subjects.of(flags, env).config(), settings, env);
    }

    private static Set<URI> hosts(String... flags) {
        return hosts(List.of(flags), Map.of(), CodexHomeSettings.none());
    }

    @Test
    void an_access_token_leads_to_chatgpt_and_auth() {
        assertThat(hosts()).containsExactly(URI.create("https://chatgpt.com"), URI.create("https://auth.openai.com"));
    }

    @Test
    void an_api_key_leads_to_the_platform_alone() {
        assertThat(hosts("token-kind", "api-key")).containsExactly(URI.create("https://api.openai.com"));
    }

    @Test
    void the_last_base_url_of_the_command_line_takes_the_place_of_chatgpt() {
        assertThat(hosts(
                        "codex-config",
                        "chatgpt_base_url=\"https://a:1/x\"",
                        "codex-config",
                        "chatgpt_base_url=\"https://b:2/x\""))
                .containsExactly(URI.create("https://b:2"), URI.create("https://auth.openai.com"));
    }

    @Test
    void a_given_codex_home_may_name_it_too() throws Exception {
        Files.writeString(home.resolve("config.toml"), "chatgpt_base_url = \"https://c:3/backend-api\"\n");

        assertThat(hosts(List.of(), Map.of(), CodexHomeSettings.read(Optional.of(home), Optional.empty())))
                .contains(URI.create("https://c:3"));
    }

    @Test
    void a_provider_of_ones_own_is_reached_too() {
        assertThat(hosts("codex-config", "model_providers.x={name=\"x\",base_url=\"https://d:4/v1\"}"))
                .contains(URI.create("https://d:4"));
    }

    @Test
    void a_variable_counts_only_where_it_is_passed_on() {
        Map<String, String> env = Map.of("CODEX_AUTHAPI_BASE_URL", "https://e:5/api");

        assertThat(hosts(List.of(), env, CodexHomeSettings.none())).doesNotContain(URI.create("https://e:5"));
        assertThat(hosts(List.of("pass-env", "CODEX_AUTHAPI_BASE_URL"), env, CodexHomeSettings.none()))
                .contains(URI.create("https://e:5"))
                .doesNotContain(URI.create("https://auth.openai.com"));
    }
}
