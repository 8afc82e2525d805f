package dev.codexrunner.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.config.VaultAuthMethod;
import dev.codexrunner.credential.FetchedToken;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.testkit.pki.PemFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds for logging in and revoking against every server that speaks Vault's API. */
interface VaultLoginContract {

    VaultContractServer server();

    @Test
    default void app_role_reads_the_secret_with_version_and_time() {
        FetchedToken fetched =
                server().scene().appRole(server().roleId(), server().secretId()).fetch();

        assertThat(fetched.token().reveal()).isEqualTo(VaultContractServer.TOKEN);
        assertThat(fetched.warnings()).isEmpty();
        assertThat(fetched.origin().vault()).hasValueSatisfying(origin -> {
            assertThat(origin.path()).isEqualTo("secret/ci/codex");
            assertThat(origin.version()).hasValue(2);
            assertThat(origin.createdTime()).isPresent();
        });
    }

    @Test
    default void our_token_is_revoked_also_when_the_read_failed() {
        assertThat(server().scene()
                        .appRole(server().roleId(), server().secretId())
                        .path("secret/ci/none#x")
                        .failure()
                        .code())
                .isEqualTo("vault-secret-not-found");
        assertThat(server().livingLogins()).isZero();
    }

    @Test
    default void our_token_is_revoked_once_the_secret_is_read() {
        server().scene().appRole(server().roleId(), server().secretId()).fetch();

        assertThat(server().livingLogins()).isZero();
    }

    @Test
    default void a_given_token_is_not_revoked() {
        assertThat(server().scene().token(server().backend().rootToken()).fetched())
                .isEqualTo(VaultContractServer.TOKEN);
        assertThat(server().admin().status("GET", "auth/token/lookup-self", Map.of()))
                .isEqualTo(200);
    }

    @Test
    default void a_used_or_wrong_secret_id_is_named_with_vaults_words() {
        String once = server().secretId();
        server().scene().appRole(server().roleId(), once).fetch();

        Failure used = server().scene().appRole(server().roleId(), once).failure();
        assertThat(used.code()).isEqualTo("vault-role-or-secret-id-invalid");
        assertThat(used.why()).contains("invalid role or secret ID");
        assertThat(server().scene().appRole("no-such-role", "x").failure().code())
                .isEqualTo("vault-role-or-secret-id-invalid");
        assertThat(server().scene().appRole(server().roleId(), "").failure().code())
                .isEqualTo("vault-secret-id-missing");
    }

    @Test
    default void a_revoked_secret_id_and_one_for_another_address_are_named() {
        String revoked = server().secretId();
        server().admin().write("auth/approle/role/runner/secret-id/destroy", Map.of("secret_id", revoked));
        assertThat(server().scene()
                        .appRole(server().roleId(), revoked)
                        .failure()
                        .code())
                .isEqualTo("vault-role-or-secret-id-invalid");
        String bound = server().admin()
                .write("auth/approle/role/runner/secret-id", Map.of("cidr_list", List.of("10.1.2.3/32")))
                .path("data")
                .path("secret_id")
                .stringValue();
        Failure address = server().scene().appRole(server().roleId(), bound).failure();
        assertThat(address.code()).isEqualTo("vault-login-address-refused");
        assertThat(address.why()).contains("CIDR");
    }

    /** One code on every backend: neither OpenBao nor the stand-in tells an absent mount from a denied login. */
    @Test
    default void a_login_that_is_not_mounted_reads_as_denied() {
        Failure failure = server().scene()
                .appRole(server().roleId(), "x")
                .mount("elsewhere")
                .failure();

        assertThat(failure.code()).isEqualTo("vault-login-denied");
        assertThat(failure.what()).contains("auth/elsewhere");
    }

    @Test
    default void jwt_logs_in_at_its_own_mount_and_refusals_are_told_apart() {
        server().admin().write("sys/auth/ci/jwt", Map.of("type", "jwt"));
        server().admin()
                .write(
                        "auth/ci/jwt/config",
                        Map.of(
                                "jwt_validation_pubkeys",
                                List.of(server().issuer().publicKeyPem())));
        server().admin()
                .write(
                        "auth/ci/jwt/role/runner",
                        Map.of(
                                "role_type", "jwt",
                                "bound_audiences", List.of("vault"),
                                "user_claim", "sub",
                                "token_policies", "runner"));
        Instant soon = Instant.now().plusSeconds(300);
        String good = server().issuer().issue("vault", "job-1", soon);

        assertThat(server().jwtScene("runner", good).fetched()).isEqualTo(VaultContractServer.TOKEN);
        assertThat(server().jwtScene("runner", good).identity()).isEqualTo("ci-jwt-job-1-runner");
        Failure audience = server().jwtScene("runner", server().issuer().issue("other", "job-1", soon))
                .failure();
        assertThat(audience.code()).isEqualTo("vault-jwt-claims-mismatch");
        assertThat(server().jwtScene("nobody", good).failure().code()).isEqualTo("vault-role-unknown");
        assertThat(server().jwtScene("runner", new TestJwt().issue("vault", "job-1", soon))
                        .failure()
                        .code())
                .isEqualTo("vault-jwt-refused");
        assertThat(server().jwtScene(
                                "runner",
                                server().issuer()
                                        .issue("vault", "job-1", Instant.now().minusSeconds(900)))
                        .failure()
                        .code())
                .isEqualTo("vault-jwt-not-valid-now");
        Failure early = server().jwtScene(
                        "runner", server().issuer().issueNotBefore(Instant.now().plusSeconds(3600), "vault", "job-1"))
                .failure();
        assertThat(early.code()).isEqualTo("vault-jwt-not-valid-now");
        assertThat(early.fix()).contains("clocks");
        assertThat(audience.toString()).doesNotContain(good);
    }

    @Test
    default void userpass_logs_in_and_a_wrong_password_is_named() {
        server().admin().write("sys/auth/userpass", Map.of("type", "userpass"));
        server().admin()
                .write(
                        "auth/userpass/users/bob",
                        Map.of("password", "p\u00e4ss w\u00f6rd", "token_policies", "runner"));

        assertThat(server().scene()
                        .password(VaultAuthMethod.USERPASS, "bob", "p\u00e4ss w\u00f6rd")
                        .fetched())
                .isEqualTo(VaultContractServer.TOKEN);
        assertThat(server().scene()
                        .password(VaultAuthMethod.USERPASS, "bob", "p\u00e4ss w\u00f6rd")
                        .identity())
                .isEqualTo("userpass-bob");
        assertThat(server().scene()
                        .password(VaultAuthMethod.USERPASS, "bob", "no")
                        .failure()
                        .code())
                .isEqualTo("vault-password-wrong");
    }

    @Test
    default void a_client_certificate_logs_in_with_and_without_a_role() {
        server().admin().write("sys/auth/cert", Map.of("type", "cert"));
        server().admin()
                .write(
                        "auth/cert/certs/runner",
                        Map.of(
                                "certificate",
                                PemFiles.certificate(server().client().certificate()),
                                "token_policies",
                                "runner"));
        VaultScene shown = new VaultScene(
                server().backend().address(), server().authority().clientContext(server().client()));

        assertThat(shown.certificate(Optional.empty()).fetched()).isEqualTo(VaultContractServer.TOKEN);
        assertThat(shown.certificate(Optional.of("runner")).fetched()).isEqualTo(VaultContractServer.TOKEN);
        assertThat(shown.certificate(Optional.empty()).identity()).isEqualTo("cert-runner");
        assertThat(server().scene().certificate(Optional.empty()).failure().code())
                .isEqualTo("vault-client-cert-refused");
    }

    @Test
    default void a_token_file_may_end_with_a_line_break() throws Exception {
        Path file = Files.writeString(
                server().folder().resolve("token"), server().backend().rootToken() + "\n");

        assertThat(server().scene().tokenFile(file).fetched()).isEqualTo(VaultContractServer.TOKEN);
    }

    @Test
    default void a_sealed_vault_is_named_as_such() {
        server().backend().seal();
        try {
            assertThat(server().scene()
                            .appRole(server().roleId(), "x")
                            .failure()
                            .code())
                    .isEqualTo("vault-sealed");
        } finally {
            server().backend().unseal();
        }
    }
}
