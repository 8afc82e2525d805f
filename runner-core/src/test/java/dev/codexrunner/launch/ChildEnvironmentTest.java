package dev.codexrunner.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.config.TokenKind;
import dev.codexrunner.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildEnvironmentTest {

    private static final Secret TOKEN = Secret.of("access-token", "at-0123456789");

    private static Map<String, String> own() {
        Map<String, String> own = new HashMap<>();
        for (String name : List.of(
                "HOME",
                "LANG",
                "LC_ALL",
                "https_proxy",
                "NO_PROXY",
                "CODEX_API_KEY",
                "CODEX_ACCESS_TOKEN",
                "VAULT_TOKEN",
                "CODEX_HOME",
                "SSL_CERT_FILE",
                "GITHUB_TOKEN",
                "BASH_ENV",
                "BUILD_NUMBER",
                "CODEX_SQLITE_HOME")) {
            own.put(name, "value");
        }
        own.put("PATH", "/usr/bin::bin:/repo/node_modules/.bin:/repo/../repo/x:/bin");
        return own;
    }

    @Test
    void it_is_an_allow_list() {
        assertThat(ChildEnvironment.allowed(own(), List.of("BUILD_NUMBER"), List.of())
                        .variables())
                .containsOnlyKeys("HOME", "LANG", "LC_ALL", "https_proxy", "NO_PROXY", "PATH", "TERM", "BUILD_NUMBER");
    }

    @Test
    void path_loses_what_only_a_link_hides(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("real/bin"));
        Path real = folder.resolve("real").toRealPath();
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        Map<String, String> own = Map.of("PATH", link.resolve("bin") + ":/usr/bin");
        assertThat(ChildEnvironment.allowed(own, List.of(), List.of(real)).variables())
                .containsEntry("PATH", "/usr/bin");
    }

    @Test
    void path_loses_what_the_agent_could_put_programs_in() {
        assertThat(ChildEnvironment.allowed(own(), List.of(), List.of(Path.of("/repo")))
                        .variables())
                .containsEntry("PATH", "/usr/bin:/bin");
    }

    @Test
    void a_stray_api_key_never_reaches_codex_beside_an_access_token() {
        assertThat(ChildEnvironment.allowed(own(), List.of(), List.of())
                        .withToken(TOKEN, TokenKind.ACCESS_TOKEN)
                        .variables())
                .containsEntry("CODEX_ACCESS_TOKEN", "at-0123456789")
                .doesNotContainKey("CODEX_API_KEY");
        assertThat(ChildEnvironment.allowed(own(), List.of(), List.of())
                        .withToken(TOKEN, TokenKind.API_KEY)
                        .variables())
                .doesNotContainKey("CODEX_ACCESS_TOKEN");
    }

    @Test
    void its_text_shows_names_only() {
        assertThat(ChildEnvironment.allowed(own(), List.of(), List.of())
                        .withToken(TOKEN, TokenKind.ACCESS_TOKEN)
                        .withCaBundle(Optional.of(Path.of("/ca.pem")))
                        .toString())
                .contains("CODEX_ACCESS_TOKEN", "CODEX_CA_CERTIFICATE")
                .doesNotContain("at-0123456789");
    }
}
