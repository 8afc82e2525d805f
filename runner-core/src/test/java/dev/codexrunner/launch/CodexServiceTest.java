package dev.codexrunner.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.config.CodexConfig;
import dev.codexrunner.config.PolicyConfig;
import dev.codexrunner.credential.identity.ServiceAddresses;
import dev.codexrunner.failure.FailureException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodexServiceTest {

    private static final URI HERE = URI.create("https://gateway.example.com/backend-api");

    @TempDir
    private Path folder;

    private static CodexConfig codex(String... settings) {
        return Configs.codex(List.of(settings), List.of());
    }

    private static ServiceAddresses addresses(String... settings) {
        return CodexService.addresses(codex(settings), CodexHomeSettings.none(), Map.of());
    }

    @Test
    void without_settings_they_are_codexs_own() {
        assertThat(addresses()).isEqualTo(ServiceAddresses.DEFAULT);
    }

    @Test
    void the_last_setting_of_the_command_line_moves_the_workspace_quoted_or_not() {
        assertThat(addresses("chatgpt_base_url=\"https://a/x\"", "chatgpt_base_url = " + HERE + "/")
                        .chatgpt())
                .isEqualTo(HERE);
        assertThat(addresses("chatgpt_base_url='" + HERE + "'").chatgpt()).isEqualTo(HERE);
        for (String shorter : List.of("https://chatgpt.com", "https://chatgpt.com/", "https://chatgpt.com/codex")) {
            assertThat(addresses("chatgpt_base_url=" + shorter)).isEqualTo(ServiceAddresses.DEFAULT);
        }
    }

    @Test
    void the_command_line_wins_over_codex_home_and_the_managed_file_over_both() throws Exception {
        CodexHomeSettings home = CodexHomeSettings.none()
                .with(Path.of("config.toml"), "chatgpt_base_url = \"https://home.example.com/backend-api\"\n");
        assertThat(CodexService.addresses(codex(), home, Map.of()).chatgpt())
                .isEqualTo(URI.create("https://home.example.com/backend-api"));
        assertThat(CodexService.addresses(codex("chatgpt_base_url=" + HERE), home, Map.of())
                        .chatgpt())
                .isEqualTo(HERE);

        Files.writeString(
                folder.resolve("managed_config.toml"),
                "chatgpt_base_url = \"https://managed.example.com/backend-api\"\n");
        assertThat(CodexService.addresses(codex("chatgpt_base_url=" + HERE), home.withMachine(folder), Map.of())
                        .chatgpt())
                .isEqualTo(URI.create("https://managed.example.com/backend-api"));
    }

    @Test
    void a_variable_counts_where_a_run_passes_it_on() {
        Map<String, String> env = Map.of(
                "CODEX_AGENT_IDENTITY_JWKS_BASE_URL", HERE + "/",
                "CODEX_AGENT_IDENTITY_AUTHAPI_BASE_URL", "https://agents.example.com/api",
                "CODEX_AUTHAPI_BASE_URL", " ");
        CodexConfig passed = Configs.codex(List.of(), List.copyOf(env.keySet()));

        assertThat(CodexService.addresses(codex(), CodexHomeSettings.none(), env))
                .isEqualTo(ServiceAddresses.DEFAULT);
        assertThat(CodexService.addresses(passed, CodexHomeSettings.none(), env))
                .isEqualTo(new ServiceAddresses(
                        ServiceAddresses.DEFAULT.chatgpt(),
                        HERE,
                        URI.create("https://agents.example.com/api"),
                        ServiceAddresses.DEFAULT.tokenAuth()));
    }

    @Test
    void a_token_goes_elsewhere_only_with_leave() {
        CodexConfig moved = codex("chatgpt_base_url=\"" + HERE + "\"");
        PolicyConfig strict = Configs.policy(List.of(), List.of());
        PolicyConfig allowed = Configs.policy(List.of("chatgpt_base_url"), List.of());

        assertThatThrownBy(() -> CodexService.permitted(moved, strict, CodexHomeSettings.none(), Map.of()))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("--allow-override chatgpt_base_url");
        assertThat(CodexService.permitted(moved, allowed, CodexHomeSettings.none(), Map.of())
                        .chatgpt())
                .isEqualTo(HERE);
    }

    @Test
    void the_machines_own_files_need_leave_too() throws Exception {
        Files.writeString(folder.resolve("config.toml"), "chatgpt_base_url = \"" + HERE + "\"\n");
        CodexHomeSettings machine = CodexHomeSettings.none().withMachine(folder);

        assertThatThrownBy(
                        () -> CodexService.permitted(codex(), Configs.policy(List.of(), List.of()), machine, Map.of()))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("chatgpt_base_url");
    }
}
