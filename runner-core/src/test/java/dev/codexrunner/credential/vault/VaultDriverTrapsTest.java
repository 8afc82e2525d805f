package dev.codexrunner.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.testkit.vault.VaultAdmin;
import dev.codexrunner.testkit.vault.VaultCall;
import dev.codexrunner.testkit.vault.VaultFault;
import io.github.jopenlibs.vault.Vault;
import io.github.jopenlibs.vault.VaultConfig;
import io.github.jopenlibs.vault.VaultException;
import io.github.jopenlibs.vault.api.Logical;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver's traps, one test each; those of TLS, statuses and retries are in the contract and the faults. */
final class VaultDriverTrapsTest {

    private final VaultStandInScene scene = new VaultStandInScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void a_token_with_a_line_break_inside_never_reaches_the_driver_nor_a_message() {
        Failure failure = new VaultScene(scene.vault.address(), scene.ca.clientContext())
                .token("hvs.first\nsecond")
                .failure();

        assertThat(failure.code()).isEqualTo("vault-login-value-malformed");
        assertThat(failure.toString()).doesNotContain("hvs.first").doesNotContain("second");
    }

    @Test
    void the_bare_driver_shows_such_a_token_in_its_message() {
        assertThatThrownBy(() -> bareDriver("hvs.first\nsecond").read("secret/ci/codex"))
                .isInstanceOf(VaultException.class)
                .hasStackTraceContaining("hvs.first\nsecond");
    }

    @Test
    void a_body_does_not_reach_the_message() {
        VaultScene fetch = scene.fetch();
        scene.vault.fail(VaultFault.TRUNCATED, 1, "secret/");

        assertThat(fetch.failure().toString()).doesNotContain("{\"data\"");
    }

    @Test
    void the_bare_driver_takes_a_refusal_and_a_proxys_page_for_empty_data() throws VaultException {
        scene.vault.fail(VaultFault.HTML_200, 1, "secret/data/ci/page");

        assertThat(bareDriver("hvs.unknown").read("secret/ci/codex").getData()).isEmpty();
        assertThat(bareDriver(scene.vault.rootToken()).read("secret/ci/page").getData())
                .isEmpty();
    }

    @Test
    void one_client_means_one_selector_thread() {
        VaultTokenSource source = scene.fetch().source();
        source.fetch();
        long before = selectorThreads();
        for (int i = 0; i < 10; i++) {
            source.fetch();
        }

        assertThat(selectorThreads()).isLessThanOrEqualTo(before);
    }

    @Test
    void in_the_c_locale_the_secret_stays_whole_the_environment_unread_and_stderr_silent(@TempDir Path folder)
            throws Exception {
        scene.admin.write("sys/namespaces/team1", Map.of());
        VaultAdmin inside = scene.admin.in("team1");
        inside.write(
                "sys/policies/acl/runner", Map.of("policy", "path \"secret/data/ci/*\" { capabilities = [\"read\"] }"));
        inside.write("sys/mounts/secret", Map.of("type", "kv", "options", Map.of("version", "2")));
        inside.write("secret/data/ci/codex", Map.of("data", Map.of("access_token", VaultStandInScene.TOKEN)));
        inside.write("sys/auth/approle", Map.of("type", "approle"));
        inside.write("auth/approle/role/runner", Map.of("token_policies", "runner"));
        String role = "auth/approle/role/runner/";
        String roleId =
                inside.read(role + "role-id").path("data").path("role_id").stringValue();
        String secretId = inside.write(role + "secret-id", Map.of())
                .path("data")
                .path("secret_id")
                .stringValue();
        Path bundle = scene.ca.writeBundle(folder.resolve("ca.pem"));
        Files.writeString(folder.resolve(".vault-token"), "hvs.from-home");
        scene.vault.forgetCalls();

        CLocaleJvm.Ended ended = CLocaleJvm.run(
                folder, FetchingChild.class, secretId, scene.vault.address().toString(), bundle.toString(), roleId);

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.output().lines())
                .containsExactly(
                        "US-ASCII",
                        Base64.getEncoder().encodeToString(VaultStandInScene.TOKEN.getBytes(StandardCharsets.UTF_8)));
        assertThat(ended.errors()).isEmpty(); // the driver logs a namespace that is set the usual way
        assertThat(scene.vault.calls())
                .extracting(VaultCall::token)
                .doesNotContain("hvs.from-home", "hvs.from-environment");
    }

    /** The driver as its own documentation sets it up, with our client for TLS only. */
    private Logical bareDriver(String token) throws VaultException {
        HttpClient http =
                HttpClient.newBuilder().sslContext(scene.ca.clientContext()).build();
        VaultConfig config = new VaultConfig()
                .address(scene.vault.address().toString())
                .token(token)
                .engineVersion(2)
                .httpClient(http)
                .build();
        return Vault.create(config).logical();
    }

    private static long selectorThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("SelectorManager"))
                .count();
    }
}
