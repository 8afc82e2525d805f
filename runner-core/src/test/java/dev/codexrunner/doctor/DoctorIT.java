package dev.codexrunner.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.codexrunner.Repository;
import dev.codexrunner.testkit.RealPrograms;
import dev.codexrunner.testkit.backend.Endpoint;
import dev.codexrunner.testkit.backend.HandledRequest;
import dev.codexrunner.testkit.pki.PrivateCa;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** doctor out of the shaded jar, with the real codex and the real OpenBao: all well, then one link broken at a time. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DoctorIT {

    private static final String NO_NAMESPACES = "echo 0 > /proc/sys/user/max_user_namespaces; exec \"$0\" \"$@\"";

    private final Optional<Path> codex = RealPrograms.codex();
    private final Optional<Path> bao = RealPrograms.openBao();
    private @Nullable DoctorScene open;

    @BeforeEach
    void set_up() throws IOException {
        assumeTrue(codex.isPresent(), "no codex: set -Dcodexrunner.codex or run scripts/test, which brings it");
        assumeTrue(bao.isPresent(), "no OpenBao: set -Dcodexrunner.bao or run scripts/test, which brings it");
        // Not the temporary folder: codex doesn't want its home there.
        Path made = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "doctor");
        open = new DoctorScene(made, codex.get(), bao.get());
    }

    @AfterEach
    void nothing_is_left_and_no_secret_was_told() throws IOException {
        DoctorScene scene = open;
        if (scene == null) {
            return;
        }
        scene.close();
        try (Stream<Path> files = Files.walk(scene.folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                if (Files.isRegularFile(file) && !file.endsWith("secret-id")) {
                    assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                            .as(file.toString())
                            .doesNotContain(scene.forbidden().toArray(CharSequence[]::new));
                }
            }
            Path homes = scene.folder.resolve("home/.local/state/codex-runner/homes");
            assertThat(homes.toFile().list()).as("private homes left").isNullOrEmpty();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        }
    }

    private DoctorScene scene() {
        return Optional.ofNullable(open).orElseThrow();
    }

    @Test
    void a_healthy_chain_is_all_ok_without_a_model_call_and_with_our_vault_token_revoked() throws Exception {
        DoctorScene.Outcome outcome = scene().doctor();

        assertThat(outcome.stdout())
                .contains("16 checks: 16 ok, 0 with a warning, 0 failed, 0 skipped (exit 0)")
                .doesNotContain("FAILED");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.of("vault")).contains("certificate until", "CN=Example Corp Root CA");
        assertThat(outcome.of("token")).contains("agent identity", "29 days left");
        assertThat(scene().backend.requests())
                .extracting(HandledRequest::endpoint)
                .doesNotContain(Optional.of(Endpoint.RESPONSES))
                .contains(Optional.of(Endpoint.TASK_REGISTER));
        assertThat(scene().admin.read("auth/token/accessors?list=true").at("/data/keys"))
                .as("the root token alone")
                .hasSize(1);
    }

    @Test
    void json_holds_to_its_schema() throws Exception {
        DoctorScene.Outcome outcome = scene().doctor("--json", "", "--vault-path", "secret/else#access_token");

        String schema = Repository.read("contract/doctor.schema.json");
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(outcome.stdout(), InputFormat.JSON))
                .isEmpty();
        JsonNode root = JsonMapper.shared().readTree(outcome.stdout());
        assertThat(root.path("exitCode").intValue()).isEqualTo(3).isEqualTo(outcome.exitCode());
        assertThat(root.path("checks")).hasSize(Link.values().length);
        assertThat(root.at("/checks/6/code").stringValue()).isEqualTo("vault-read-denied");
    }

    @Test
    void a_sealed_vault_stops_what_needs_it_and_nothing_else() throws Exception {
        scene().vault.seal();

        DoctorScene.Outcome outcome = scene().doctor();

        assertThat(outcome.of("vault"))
                .contains("FAILED", "is sealed", "fix: Ask the Vault operators", "[vault-sealed]");
        assertThat(outcome.of("login")).contains("skipped");
        assertThat(outcome.of("sandbox")).contains("ok");
        assertThat(outcome.exitCode()).isEqualTo(3);
    }

    @Test
    void a_denied_path_is_named_with_its_mend() throws Exception {
        DoctorScene.Outcome outcome = scene().doctor("--vault-path", "secret/ci/other#access_token");

        assertThat(outcome.of("secret")).contains("FAILED", "secret/ci/other", "fix:");
        assertThat(outcome.exitCode()).isEqualTo(3);
    }

    @Test
    void an_expired_token_is_found_before_codex_is_asked() throws Exception {
        scene().store(scene().issuer.issueAgentIdentity(Duration.ofHours(-1)).token());

        DoctorScene.Outcome outcome = scene().doctor();

        assertThat(outcome.of("token")).contains("FAILED", "expired", "fix:");
        assertThat(outcome.of("login")).contains("skipped", "\"token\"");
        assertThat(outcome.exitCode()).isEqualTo(4);
    }

    @Test
    void a_token_that_ends_within_the_week_is_a_warning() throws Exception {
        scene().store(scene().issuer.issueAgentIdentity(Duration.ofDays(3)).token());

        DoctorScene.Outcome outcome = scene().doctor();

        assertThat(outcome.of("token")).startsWith("warning").contains("2 days left", "successor");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void a_revoked_token_is_refused_by_the_service_behind_codex() throws Exception {
        String token = scene().issuer.issueAgentIdentity().token();
        scene().store(token);
        scene().issuer.revoke(token);

        DoctorScene.Outcome outcome = scene().doctor();

        assertThat(outcome.of("token")).startsWith("ok");
        assertThat(outcome.of("login")).contains("FAILED", "revoked", "fix:", "[login-token-revoked]");
        assertThat(outcome.exitCode()).isEqualTo(4);
    }

    @Test
    void a_wrong_ca_fails_at_vault_and_at_the_service() throws Exception {
        Path other = PrivateCa.create().writeBundle(scene().folder.resolve("other.pem"));

        DoctorScene.Outcome outcome = scene().doctor("--ca-bundle", other.toString());

        assertThat(outcome.of("ca bundle")).startsWith("ok");
        assertThat(outcome.of("vault")).contains("FAILED", "[tls-unknown-ca]", "--ca-bundle");
        assertThat(outcome.of("service")).contains("FAILED", "[tls-unknown-ca]");
        assertThat(outcome.exitCode()).isEqualTo(5);
    }

    @Test
    void a_garbage_ca_is_found_before_any_connection() throws Exception {
        Path garbage = Files.writeString(scene().folder.resolve("garbage.pem"), "this is no certificate\n");

        DoctorScene.Outcome outcome = scene().doctor("--ca-bundle", garbage.toString());

        assertThat(outcome.of("ca bundle")).contains("FAILED", "[ca-file-not-pem]", "fix: Export");
        assertThat(outcome.of("vault")).contains("skipped", "\"ca bundle\"");
        assertThat(outcome.exitCode()).isNotZero();
        assertThat(scene().backend.requests()).isEmpty();
    }

    @Test
    void a_missing_codex_leaves_vault_and_token_examined() throws Exception {
        DoctorScene.Outcome outcome =
                scene().doctor("--codex-path", scene().folder.resolve("nowhere").toString());

        assertThat(outcome.of("codex")).contains("FAILED", "[codex-not-found]", "npm install");
        assertThat(outcome.of("token")).startsWith("ok");
        assertThat(outcome.of("sandbox")).contains("skipped");
        assertThat(outcome.exitCode()).isEqualTo(6);
    }

    @Test
    void a_machine_without_user_namespaces_is_told_how_to_get_a_sandbox() throws Exception {
        Path real = codex.orElseThrow();
        Path wrapper = Files.writeString(
                scene().folder.resolve("codex-without-namespaces"), """
                #!/bin/sh
                for argument in "$@"; do
                  [ "$argument" = sandbox ] && exec unshare -Ur /bin/sh -c '%s' '%s' "$@"
                done
                exec '%s' "$@"
                """.formatted(NO_NAMESPACES, real, real));
        Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwxr-xr-x"));
        assumeTrue(
                exitCode("unshare", "-Ur", "/bin/sh", "-c", NO_NAMESPACES, "/bin/true") == 0,
                "this machine can't make a user namespace to take the others away in");

        DoctorScene.Outcome outcome = scene().doctor("--codex-path", wrapper.toString());

        assertThat(outcome.of("sandbox"))
                .contains("FAILED", "bwrap", "fix: Allow unprivileged user namespaces", "[sandbox-not-started]");
        assertThat(outcome.exitCode()).isEqualTo(6);
    }

    @Test
    void a_setting_that_codex_does_not_know_is_named() throws Exception {
        DoctorScene.Outcome outcome = scene().doctor("-c", "history.no_such_key=1");

        assertThat(outcome.of("arguments")).contains("FAILED", "no_such_key", "[codex-arguments-refused]");
    }

    @Test
    void a_refused_setting_keeps_the_token_from_codex() throws Exception {
        DoctorScene.Outcome outcome =
                scene().doctor("-c", "chatgpt_base_url=\"https://127.0.0.1:1\"", "--allow-override", "model_provider");

        assertThat(outcome.of("configuration")).contains("FAILED", "chatgpt_base_url");
        assertThat(outcome.of("login")).contains("skipped");
        assertThat(outcome.exitCode()).isEqualTo(12);
    }

    @Test
    void a_working_folder_without_repository_is_named() throws Exception {
        Path bare = Files.createTempDirectory("no-repository");

        DoctorScene.Outcome outcome = scene().doctor("--cd", bare.toString());
        Files.delete(bare);

        assertThat(outcome.of("repository")).contains("FAILED", "--skip-git-repo-check");
        assertThat(outcome.exitCode()).isEqualTo(6);
    }

    private static int exitCode(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor(60, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }
}
