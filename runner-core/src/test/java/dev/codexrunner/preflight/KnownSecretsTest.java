package dev.codexrunner.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.config.ConfigResolver;
import dev.codexrunner.config.ConfigSources;
import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownSecretsTest {

    @TempDir
    Path folder;

    @Test
    void a_ci_secret_in_the_environment_is_known() {
        assertThat(of(Map.of(), Map.of("GITHUB_TOKEN", "ghs_0123456789abcdef")))
                .containsExactly(Secret.of("GITHUB_TOKEN", "ghs_0123456789abcdef"));
    }

    @Test
    void our_own_secrets_are_known_whatever_their_names_and_lengths() {
        assertThat(KnownSecrets.ofVariables(Map.of(
                        "CODEX_RUNNER_VAULT_SECRET_ID", "5f9c2f4e",
                        "CODEX_RUNNER_VAULT_PASSWORD", "swordfish",
                        "VAULT_TOKEN", "")))
                .extracting(Secret::reveal)
                .containsExactlyInAnyOrder("5f9c2f4e", "swordfish");
    }

    @Test
    void places_addresses_and_short_words_are_no_secrets() {
        assertThat(of(
                        Map.of(),
                        Map.of(
                                "VAULT_TOKEN_FILE", "/run/secrets/vault-token",
                                "SECRET_STORE", "https://vault.example.com/v1",
                                "TOKEN_MODE", "strict",
                                "PATH", "/usr/bin:/usr/local/bin")))
                .isEmpty();
    }

    @Test
    void the_file_with_the_secret_id_is_known_by_its_content() throws IOException {
        Path file = Files.writeString(folder.resolve("secret-id"), "5f9c2f4e-0000-1111-2222-333344445555\n");
        assertThat(of(
                        Map.of("vault-auth", List.of("approle"), "vault-secret-id-file", List.of(file.toString())),
                        Map.of()))
                .extracting(Secret::reveal)
                .containsExactly("5f9c2f4e-0000-1111-2222-333344445555");
    }

    @Test
    void a_file_that_is_not_there_is_passed_over() {
        assertThat(of(Map.of("token-file", List.of(folder.resolve("absent").toString())), Map.of()))
                .isEmpty();
    }

    private static List<Secret> of(Map<String, List<String>> flags, Map<String, String> environment) {
        RunnerConfig config = new ConfigResolver()
                .resolve(new ConfigSources(
                        ConfigSources.Purpose.RECORDING, flags, Map.of(), Optional.empty(), Optional.empty()))
                .config();
        return KnownSecrets.of(config, environment);
    }
}
