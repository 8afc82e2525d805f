package dev.codexrunner.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.config.VaultAuthMethod;
import dev.codexrunner.credential.FetchedToken;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.testkit.vault.VaultFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VaultFaultsTest {

    private static final int MANY = 1000;

    private final VaultStandInScene scene = new VaultStandInScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @CsvSource({
        "SEALED,vault-sealed,SECRET_SOURCE",
        "STANDBY_REDIRECT,vault-standby-redirect,SECRET_SOURCE",
        "PERFORMANCE_STANDBY,vault-standby,SECRET_SOURCE",
        "REPLICA_LAG,vault-replica-lag,SECRET_SOURCE",
        "RATE_LIMITED,vault-rate-limited,SECRET_SOURCE",
        "SERVER_ERROR,vault-server-error,SECRET_SOURCE",
        "HTML_200,vault-html,CONNECTIVITY",
        "HTML_403,vault-html,CONNECTIVITY",
        "TRUNCATED,vault-answer-not-json,SECRET_SOURCE",
        "EMPTY,vault-answer-not-json,SECRET_SOURCE",
        "CUT_SHORT,connection-lost,CONNECTIVITY",
        "BAD_GATEWAY,vault-server-error,SECRET_SOURCE",
        "UNAVAILABLE,vault-server-error,SECRET_SOURCE",
        "RATE_LIMITED_FOR_A_DAY,vault-rate-limited,SECRET_SOURCE",
        "ENDLESS,vault-answer-too-large,SECRET_SOURCE",
    })
    void each_fault_has_its_message_at_login_and_at_read_and_leaves_no_token(
            VaultFault fault, String code, FailureKind kind) {
        VaultScene atRead = scene.fetch();
        scene.vault.fail(fault, MANY, "secret/");
        Failure reading = atRead.failure();
        assertThat(reading.code()).isEqualTo(code);
        assertThat(reading.kind()).isEqualTo(kind);
        assertThat(scene.vault.livingTokens()).isZero();

        VaultScene atLogin = scene.fetch();
        scene.vault.fail(fault, MANY, "auth/approle/login");
        assertThat(atLogin.failure().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"REPLICA_LAG", "RATE_LIMITED", "RATE_LIMITED_UNTIL", "SERVER_ERROR", "BAD_GATEWAY", "UNAVAILABLE"})
    void a_passing_fault_is_waited_out(VaultFault fault) {
        VaultScene fetch = scene.fetch();
        scene.vault.fail(fault, 2, "auth/approle/login");
        scene.vault.fail(fault, 2, "secret/");

        assertThat(fetch.fetched()).isEqualTo(VaultStandInScene.TOKEN);
    }

    @Test
    void retry_after_is_obeyed() {
        List<Duration> waits = new ArrayList<>();
        VaultScene fetch = scene.fetch().pause(waits::add);
        scene.vault.fail(VaultFault.RATE_LIMITED, 1, "secret/");

        fetch.fetch();

        assertThat(waits).singleElement().isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_lost_connection_is_retried_for_a_read_but_not_for_a_login() {
        VaultScene reading = scene.fetch();
        scene.vault.fail(VaultFault.RESET, 1, "secret/");
        assertThat(reading.fetched()).isEqualTo(VaultStandInScene.TOKEN);

        VaultScene login = scene.fetch();
        scene.vault.fail(VaultFault.RESET, MANY, "auth/approle/login");
        assertThat(login.failure().kind()).isEqualTo(FailureKind.CONNECTIVITY);
        assertThat(scene.vault.lines().stream().filter("POST auth/approle/login"::equals))
                .hasSizeLessThanOrEqualTo(2); // the JDK itself may repeat once
    }

    @Test
    void a_refused_unwrapping_is_not_tried_again() {
        VaultScene fetch = scene.wrappedFetch();
        scene.vault.fail(VaultFault.SERVER_ERROR, 1, "sys/wrapping/unwrap");

        assertThat(fetch.failure().code()).isEqualTo("vault-server-error");
        assertThat(scene.vault.lines()).containsExactly("POST sys/wrapping/lookup", "POST sys/wrapping/unwrap");
    }

    @Test
    void an_unwrapping_whose_answer_is_lost_is_named_and_not_tried_again() {
        VaultScene fetch = scene.wrappedFetch();
        scene.vault.fail(VaultFault.ANSWER_LOST, 1, "sys/wrapping/unwrap");

        Failure lost = fetch.failure();
        assertThat(lost.code()).isEqualTo("vault-unwrap-answer-lost");
        assertThat(lost.fix()).contains("Destroy that secret id");
        assertThat(scene.vault.lines()).containsExactly("POST sys/wrapping/lookup", "POST sys/wrapping/unwrap");

        // The server did carry it out: a second try could only have accused somebody else.
        assertThat(fetch.failure().code()).isEqualTo("vault-wrapping-token-spent");
    }

    @Test
    void an_unwrapping_that_somebody_else_overtakes_is_an_incident() {
        VaultScene fetch = scene.wrappedFetch();
        scene.vault.fail(VaultFault.OVERTAKEN, 1, "sys/wrapping/unwrap");
        Failure incident = fetch.failure();
        assertThat(incident.code()).isEqualTo("vault-unwrap-incident");
        assertThat(incident.what()).contains("Someone else");
    }

    @Test
    void a_token_that_no_header_could_carry_shows_nowhere() {
        VaultScene fetch = scene.fetch();
        scene.vault.fail(VaultFault.BROKEN_TOKEN, 1, "auth/approle/login");
        Failure broken = fetch.failure();
        assertThat(broken.code()).isEqualTo("vault-login-token-malformed");
        assertThat(broken.toString()).doesNotContain("hvs.first").doesNotContain("second");
    }

    @Test
    void a_login_whose_answer_is_lost_is_not_tried_again() {
        VaultScene fetch = scene.fetch();
        scene.vault.fail(VaultFault.ANSWER_LOST, MANY, "auth/approle/login");

        assertThat(fetch.failure().kind()).isEqualTo(FailureKind.CONNECTIVITY);
        assertThat(scene.vault.lines()).containsOnlyOnce("POST auth/approle/login");
    }

    @Test
    void a_revocation_whose_answer_is_lost_is_tried_again() {
        VaultScene fetch = scene.fetch();
        scene.vault.fail(VaultFault.RESET, 1, "auth/token/revoke-self");

        assertThat(fetch.fetch().warnings()).isEmpty();
        assertThat(scene.vault.livingTokens()).isZero();
    }

    @Test
    void a_login_without_a_token_is_named_and_a_demand_for_a_second_factor_told_apart() {
        VaultScene factor = scene.fetch();
        scene.vault.fail(VaultFault.MFA_DEMAND, 1, "auth/approle/login");
        assertThat(factor.failure().code()).isEqualTo("vault-mfa-required");

        VaultScene none = scene.fetch();
        scene.vault.fail(VaultFault.NO_TOKEN, 1, "auth/approle/login");
        assertThat(none.failure().code()).isEqualTo("vault-login-without-token");
        assertThat(scene.vault.lines()).containsExactly("POST auth/approle/login");
    }

    @Test
    void a_failed_revocation_is_a_warning_and_not_a_failure() {
        VaultScene fetch = scene.fetch();
        scene.vault.fail(VaultFault.HTML_403, MANY, "auth/token/revoke-self");

        FetchedToken fetched = fetch.fetch();

        assertThat(fetched.token().reveal()).isEqualTo(VaultStandInScene.TOKEN);
        assertThat(fetched.warnings()).singleElement().asString().contains("not revoked");
    }

    @Test
    void a_batch_token_is_not_revoked_but_mentioned() {
        scene.admin.write("auth/approle/role/runner", Map.of("token_policies", "runner", "token_type", "batch"));

        assertThat(scene.fetch().fetch().warnings()).singleElement().asString().contains("batch");
        assertThat(scene.vault.lines()).doesNotContain("POST auth/token/revoke-self");
    }

    @Test
    void the_order_is_login_read_revoke_and_nothing_else() {
        scene.fetch().fetch();

        assertThat(scene.vault.lines())
                .containsExactly(
                        "POST auth/approle/login",
                        "GET sys/internal/ui/mounts/secret/ci/codex",
                        "GET secret/data/ci/codex",
                        "POST auth/token/revoke-self");
    }

    @Test
    void a_silent_server_ends_in_a_timeout_and_the_token_is_still_revoked() {
        VaultScene fetch = scene.fetch().timeout(Duration.ofSeconds(2));
        scene.vault.fail(VaultFault.SILENT, MANY, "secret/");

        assertThat(fetch.failure().code()).isEqualTo("vault-timeout");
        assertThat(scene.vault.livingTokens()).isZero();
    }

    @Test
    void what_the_server_said_stands_where_a_later_try_is_cut_off() {
        VaultScene fetch = scene.fetch().timeout(Duration.ofSeconds(6));
        scene.vault.fail(VaultFault.SERVER_ERROR, 1, "secret/");
        scene.vault.fail(VaultFault.SILENT, MANY, "secret/");

        assertThat(fetch.failure().code()).isEqualTo("vault-server-error");
    }

    @Test
    void kubernetes_and_ldap_log_in() {
        TestJwt issuer = new TestJwt();
        scene.admin.write("sys/auth/kubernetes", Map.of("type", "kubernetes"));
        scene.admin.write("auth/kubernetes/config", Map.of("jwt_validation_pubkeys", List.of(issuer.publicKeyPem())));
        scene.admin.write("auth/kubernetes/role/runner", Map.of("token_policies", "runner"));
        scene.admin.write("sys/auth/corp/ldap", Map.of("type", "ldap"));
        scene.admin.write("auth/corp/ldap/users/eve", Map.of("password", "pw", "token_policies", "runner"));
        String jwt = issuer.issue(
                "api", "system:serviceaccount:ci:runner", Instant.now().plusSeconds(60));

        assertThat(scene.fetch().jwt(VaultAuthMethod.KUBERNETES, "runner", jwt).fetched())
                .isEqualTo(VaultStandInScene.TOKEN);
        assertThat(scene.fetch()
                        .jwt(VaultAuthMethod.KUBERNETES, "nobody", jwt)
                        .failure()
                        .code())
                .isEqualTo("vault-role-unknown");
        assertThat(scene.fetch()
                        .password(VaultAuthMethod.LDAP, "eve", "pw")
                        .mount("corp/ldap")
                        .fetched())
                .isEqualTo(VaultStandInScene.TOKEN);
        assertThat(scene.fetch()
                        .password(VaultAuthMethod.LDAP, "eve", "no")
                        .mount("corp/ldap")
                        .failure()
                        .code())
                .isEqualTo("vault-password-wrong");
    }
}
