package dev.codexrunner.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.config.KvVersion;
import dev.codexrunner.config.VaultAuthMethod;
import dev.codexrunner.credential.FetchedToken;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.testkit.pki.CertificateSpec;
import dev.codexrunner.testkit.pki.IssuedCertificate;
import dev.codexrunner.testkit.pki.PemFiles;
import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.testkit.vault.VaultAdmin;
import dev.codexrunner.testkit.vault.VaultBackend;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What holds against every server that speaks Vault's API; the stand-in earns its place by passing it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class VaultContract {

    static final String TOKEN = "at-contract-\u00e9\u20ac-0123456789";

    private static final String POLICY = """
            path "secret/data/ci/*" { capabilities = ["read"] }
            path "team/kv/data/*" { capabilities = ["read"] }
            path "plain/*" { capabilities = ["read"] }
            """;

    private final PrivateCa ca = PrivateCa.create();
    private final TestJwt issuer = new TestJwt();
    private final IssuedCertificate client = ca.issue(CertificateSpec.client("runner"));
    private Path folder;
    private VaultBackend backend;
    private VaultAdmin admin;
    private String roleId;

    abstract VaultBackend start(PrivateCa authority, Path workFolder) throws Exception;

    @BeforeAll
    void setUp(@TempDir Path given) throws Exception {
        folder = given;
        backend = start(ca, folder);
        admin = new VaultAdmin(backend.address(), backend.rootToken(), ca.clientContext());
        admin.write("sys/policies/acl/runner", Map.of("policy", POLICY));
        admin.write("sys/mounts/secret", Map.of("type", "kv", "options", Map.of("version", "2")));
        admin.write("sys/mounts/team/kv", Map.of("type", "kv", "options", Map.of("version", "2")));
        admin.write("sys/mounts/plain", Map.of("type", "kv", "options", Map.of("version", "1")));
        settle();
        admin.write("secret/data/ci/codex", secret("at-old"));
        admin.write("secret/data/ci/codex", Map.of("data", Map.of("access_token", TOKEN, "count", 5, "blank", "")));
        admin.write("team/kv/data/ci/codex", secret("at-nested"));
        admin.write("plain/ci/codex", Map.of("access_token", "at-plain"));
        admin.write("sys/auth/approle", Map.of("type", "approle"));
        admin.write("auth/approle/role/runner", Map.of("token_policies", "runner", "secret_id_num_uses", 1));
        roleId = admin.read("auth/approle/role/runner/role-id")
                .path("data")
                .path("role_id")
                .stringValue();
    }

    /** Engines of version 2 may still be upgrading right after they were mounted. */
    private void settle() {
        for (String mount : List.of("secret", "team/kv")) {
            int tries = 0;
            while (admin.status("POST", mount + "/data/probe", secret("x")) >= 300 && tries < 200) {
                tries++;
            }
        }
    }

    @AfterAll
    void tearDown() {
        if (backend != null) {
            backend.close();
        }
    }

    @Test
    void app_role_reads_the_secret_with_version_and_time() {
        FetchedToken fetched = scene().appRole(roleId, secretId()).fetch();

        assertThat(fetched.token().reveal()).isEqualTo(TOKEN);
        assertThat(fetched.warnings()).isEmpty();
        assertThat(fetched.origin().vault()).hasValueSatisfying(origin -> {
            assertThat(origin.path()).isEqualTo("secret/ci/codex");
            assertThat(origin.version()).hasValue(2);
            assertThat(origin.createdTime()).isPresent();
        });
    }

    @Test
    void our_token_is_revoked_also_when_the_read_failed() {
        assertThat(scene().appRole(roleId, secretId())
                        .path("secret/ci/none#x")
                        .failure()
                        .code())
                .isEqualTo("vault-secret-not-found");
        assertThat(livingLogins()).isZero();
    }

    @Test
    void our_token_is_revoked_once_the_secret_is_read() {
        scene().appRole(roleId, secretId()).fetch();

        assertThat(livingLogins()).isZero();
    }

    @Test
    void a_given_token_is_not_revoked() {
        assertThat(scene().token(backend.rootToken()).fetched()).isEqualTo(TOKEN);
        assertThat(admin.status("GET", "auth/token/lookup-self", Map.of())).isEqualTo(200);
    }

    @Test
    void a_wrapped_secret_id_is_unwrapped_first_and_only_once() {
        String wrappingToken = admin.wrapped("auth/approle/role/runner/secret-id", Map.of());

        assertThat(scene().appRole(roleId, wrappingToken).wrapped().fetched()).isEqualTo(TOKEN);

        Failure second = scene().appRole(roleId, wrappingToken).wrapped().failure();
        assertThat(second.code()).isEqualTo("vault-wrapping-token-spent");
        assertThat(second.why()).contains("incident");
        assertThat(second.toString()).doesNotContain(wrappingToken);
    }

    @Test
    void a_used_or_wrong_secret_id_is_named_with_vaults_words() {
        String once = secretId();
        scene().appRole(roleId, once).fetch();

        Failure used = scene().appRole(roleId, once).failure();
        assertThat(used.code()).isEqualTo("vault-role-or-secret-id-invalid");
        assertThat(used.why()).contains("invalid role or secret ID");
        assertThat(scene().appRole("no-such-role", "x").failure().code()).isEqualTo("vault-role-or-secret-id-invalid");
        assertThat(scene().appRole(roleId, "").failure().code()).isEqualTo("vault-secret-id-missing");
    }

    @Test
    void a_login_that_is_not_mounted_is_named() {
        assertThat(scene().appRole(roleId, "x").mount("elsewhere").failure().code())
                .isIn("vault-login-mount-not-found", "vault-login-denied");
    }

    @Test
    void jwt_logs_in_at_its_own_mount_and_refusals_are_told_apart() {
        admin.write("sys/auth/ci/jwt", Map.of("type", "jwt"));
        admin.write("auth/ci/jwt/config", Map.of("jwt_validation_pubkeys", List.of(issuer.publicKeyPem())));
        admin.write(
                "auth/ci/jwt/role/runner",
                Map.of(
                        "role_type", "jwt",
                        "bound_audiences", List.of("vault"),
                        "user_claim", "sub",
                        "token_policies", "runner"));
        Instant soon = Instant.now().plusSeconds(300);
        String good = issuer.issue("vault", "job-1", soon);

        assertThat(jwtScene("runner", good).fetched()).isEqualTo(TOKEN);
        Failure audience =
                jwtScene("runner", issuer.issue("other", "job-1", soon)).failure();
        assertThat(audience.code()).isEqualTo("vault-jwt-claims-mismatch");
        assertThat(jwtScene("nobody", good).failure().code()).isEqualTo("vault-role-unknown");
        assertThat(jwtScene("runner", new TestJwt().issue("vault", "job-1", soon))
                        .failure()
                        .code())
                .isEqualTo("vault-jwt-refused");
        assertThat(jwtScene(
                                "runner",
                                issuer.issue("vault", "job-1", Instant.now().minusSeconds(900)))
                        .failure()
                        .code())
                .isIn("vault-jwt-refused", "vault-jwt-claims-mismatch");
        assertThat(audience.toString()).doesNotContain(good);
    }

    @Test
    void userpass_logs_in_and_a_wrong_password_is_named() {
        admin.write("sys/auth/userpass", Map.of("type", "userpass"));
        admin.write("auth/userpass/users/bob", Map.of("password", "p\u00e4ss w\u00f6rd", "token_policies", "runner"));

        assertThat(scene().password(VaultAuthMethod.USERPASS, "bob", "p\u00e4ss w\u00f6rd")
                        .fetched())
                .isEqualTo(TOKEN);
        assertThat(scene().password(VaultAuthMethod.USERPASS, "bob", "no")
                        .failure()
                        .code())
                .isEqualTo("vault-password-wrong");
    }

    @Test
    void a_client_certificate_logs_in_with_and_without_a_role() {
        admin.write("sys/auth/cert", Map.of("type", "cert"));
        admin.write(
                "auth/cert/certs/runner",
                Map.of("certificate", PemFiles.certificate(client.certificate()), "token_policies", "runner"));
        VaultScene shown = new VaultScene(backend.address(), ca.clientContext(client));

        assertThat(shown.certificate(Optional.empty()).fetched()).isEqualTo(TOKEN);
        assertThat(shown.certificate(Optional.of("runner")).fetched()).isEqualTo(TOKEN);
        assertThat(scene().certificate(Optional.empty()).failure().code()).isEqualTo("vault-client-cert-refused");
    }

    @Test
    void a_token_file_may_end_with_a_line_break() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), backend.rootToken() + "\n");

        assertThat(scene().tokenFile(file).fetched()).isEqualTo(TOKEN);
    }

    @Test
    void a_nested_mount_and_a_version_1_engine_are_found_out() {
        assertThat(root().path("team/kv/ci/codex#access_token").fetched()).isEqualTo("at-nested");
        assertThat(root().path("team/kv/ci/codex").kv(KvVersion.V2).fetched()).isEqualTo("at-nested");
        assertThat(root().path("plain/ci/codex").fetched()).isEqualTo("at-plain");
        assertThat(root().path("plain/ci/codex").kv(KvVersion.V1).fetched()).isEqualTo("at-plain");
    }

    @Test
    void an_ordinary_token_suffices_for_a_nested_mount() {
        assertThat(scene().appRole(roleId, secretId()).path("team/kv/ci/codex").fetched())
                .isEqualTo("at-nested");
    }

    @Test
    void a_wrong_kv_version_is_named_in_both_directions() {
        assertThat(root().kv(KvVersion.V1).failure().code()).isEqualTo("vault-kv-version-wrong");
        assertThat(root().path("plain/ci/codex").kv(KvVersion.V2).failure().code())
                .isEqualTo("vault-kv-version-wrong");
        assertThat(root().path("plain/ci/codex").version(1).failure().code()).isEqualTo("vault-pin-needs-v2");
        Failure api = root().path("secret/data/ci/codex#access_token").failure();
        assertThat(api.code()).isEqualTo("vault-api-path-given");
        assertThat(api.fix()).contains("secret/ci/codex#access_token");
    }

    @Test
    void a_pinned_version_is_read_and_a_missing_one_named() {
        assertThat(root().version(1).fetched()).isEqualTo("at-old");
        Failure missing = root().version(9).failure();
        assertThat(missing.code()).isEqualTo("vault-version-not-found");
        assertThat(missing.why()).contains("2");
    }

    @Test
    void deleted_and_destroyed_versions_are_named() {
        admin.write("secret/data/ci/gone", secret("at-1"));
        admin.write("secret/delete/ci/gone", Map.of("versions", List.of(1)));
        Failure deleted = root().path("secret/ci/gone").failure();
        assertThat(deleted.code()).isEqualTo("vault-version-deleted");
        assertThat(deleted.what()).containsPattern("deleted at 20\\d\\d-");

        admin.write("secret/destroy/ci/gone", Map.of("versions", List.of(1)));
        assertThat(root().path("secret/ci/gone").failure().code()).isEqualTo("vault-version-destroyed");
    }

    @Test
    void a_denied_path_is_named_as_the_policy_needs_it() {
        Failure denied =
                scene().appRole(roleId, secretId()).path("secret/other/codex").failure();

        assertThat(denied.code()).isEqualTo("vault-read-denied");
        assertThat(denied.fix()).contains("path \"secret/data/other/codex\"");
        assertThat(livingLogins()).isZero();
    }

    @Test
    void absent_mounts_secrets_and_fields_are_told_apart() {
        assertThat(root().path("nowhere/ci/codex").failure().code()).isEqualTo("vault-mount-not-found");
        assertThat(root().path("secret/ci/none").failure().code()).isEqualTo("vault-secret-not-found");
        Failure field = root().path("secret/ci/codex#tokn").failure();
        assertThat(field.code()).isEqualTo("vault-field-missing");
        assertThat(field.why()).contains("access_token", "blank", "count").doesNotContain(TOKEN);
        assertThat(root().path("secret/ci/codex#blank").failure().code()).isEqualTo("vault-field-empty");
        assertThat(root().path("secret/ci/codex#count").failure().code()).isEqualTo("vault-field-not-text");
    }

    @Test
    void a_namespace_has_secrets_of_its_own_and_a_missing_one_is_named() {
        admin.write("sys/namespaces/team1", Map.of());
        VaultAdmin inside = admin.in("team1");
        inside.write("sys/mounts/mine", Map.of("type", "kv", "options", Map.of("version", "1")));
        inside.write("mine/ci/codex", Map.of("access_token", "at-team1"));

        assertThat(root().namespace("team1").path("mine/ci/codex").fetched()).isEqualTo("at-team1");
        assertThat(root().namespace("nobody").failure().code()).isEqualTo("vault-namespace-not-found");
    }

    @Test
    void a_sealed_vault_is_named_as_such() {
        backend.seal();
        try {
            assertThat(scene().appRole(roleId, "x").failure().code()).isEqualTo("vault-sealed");
        } finally {
            backend.unseal();
        }
    }

    VaultScene scene() {
        return new VaultScene(backend.address(), ca.clientContext());
    }

    private VaultScene root() {
        return scene().token(backend.rootToken());
    }

    private VaultScene jwtScene(String role, String jwt) {
        return scene().jwt(VaultAuthMethod.JWT, role, jwt).mount("ci/jwt");
    }

    private String secretId() {
        return admin.write("auth/approle/role/runner/secret-id", Map.of())
                .path("data")
                .path("secret_id")
                .stringValue();
    }

    /** Accessors of living tokens besides the root token. */
    private long livingLogins() {
        return admin.read("auth/token/accessors?list=true")
                        .path("data")
                        .path("keys")
                        .size()
                - 1L;
    }

    private static Map<String, Object> secret(String token) {
        return Map.of("data", Map.of("access_token", token));
    }
}
