package dev.codexrunner.credential.vault;

import static dev.codexrunner.credential.vault.VaultSessionScene.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.testkit.vault.VaultFault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a session bears that its Vault token, which the stand-in grants for 60 s, ends before it does. */
final class VaultSessionLifeTest {

    private static final Duration LONGER_THAN_THE_LEASE = Duration.ofSeconds(61);
    private static final Duration LAST_THIRD = Duration.ofSeconds(45);
    private static final String LOGIN = "POST auth/approle/login";
    private static final String RENEWAL = "POST auth/token/renew-self";
    private static final String READ = "GET secret/data/ci/codex";
    private static final String REVOCATION = "POST auth/token/revoke-self";

    private final VaultSessionScene at = new VaultSessionScene();
    private final AdvancedClock clock = new AdvancedClock();

    @AfterEach
    void close() {
        at.close();
    }

    @Fault(
            area = Area.VAULT,
            made = "a step that lasts longer than its Vault token",
            promised = "another login, and no talk of policies")
    @Test
    void a_session_that_outlives_its_lease_logs_in_again_before_it_asks(Seen seen) {
        VaultSession session = at.scene.fetch().clock(clock).session();
        try (session) {
            VersionedSecrets kv = session.kv(PATH);
            at.scene.vault.forgetCalls();
            clock.advance(LONGER_THAN_THE_LEASE);
            assertThat(kv.latest(PATH).version()).isEqualTo(1);
            assertThat(kv.latest(PATH).version()).isEqualTo(1);
        }
        assertThat(at.scene.vault.lines()).containsExactly(LOGIN, READ, READ, REVOCATION);
        assertThat(session.warnings()).isEmpty();
        seen.that("a second login; the step ends well");
    }

    @Test
    void in_the_last_third_of_its_life_a_token_is_renewed_once() {
        try (VaultSession session = at.scene.fetch().clock(clock).session()) {
            VersionedSecrets kv = session.kv(PATH);
            at.scene.vault.forgetCalls();
            clock.advance(LAST_THIRD);
            kv.latest(PATH);
            kv.latest(PATH);
        }
        assertThat(at.scene.vault.lines()).containsExactly(RENEWAL, READ, READ, REVOCATION);
        assertThat(at.scene.vault.livingTokens()).isZero();
    }

    @Test
    void a_renewal_that_is_denied_is_not_asked_for_again_and_stands_in_nobodys_way() {
        try (VaultSession session = at.scene.fetch().clock(clock).session()) {
            VersionedSecrets kv = session.kv(PATH);
            at.scene.vault.fail(VaultFault.DENIED, 1, RENEWAL);
            at.scene.vault.forgetCalls();
            clock.advance(LAST_THIRD);
            kv.latest(PATH);
            kv.latest(PATH);
        }
        assertThat(at.scene.vault.lines()).containsExactly(RENEWAL, READ, READ, REVOCATION);
    }

    @Test
    void a_second_login_that_is_refused_is_not_tried_over_and_over() {
        VaultSession session = at.scene.fetch().clock(clock).session();
        try (session) {
            VersionedSecrets kv = session.kv(PATH);
            at.scene.vault.fail(VaultFault.DENIED, VaultSessionScene.MANY, LOGIN);
            at.scene.vault.forgetCalls();
            clock.advance(LONGER_THAN_THE_LEASE);
            for (int i = 0; i < 3; i++) {
                assertThat(VersionedSecretsContract.codeOf(() -> kv.latest(PATH)))
                        .isEqualTo("vault-login-ended");
            }
        }
        assertThat(at.scene.vault.lines()).as("a user is not locked out").containsExactly(LOGIN);
        assertThat(session.warnings()).isEmpty();
    }

    @Test
    void a_wrapped_secret_id_is_not_unwrapped_twice() {
        VaultSession session = at.scene.wrappedFetch().clock(clock).session();
        try (session) {
            VersionedSecrets kv = session.kv(PATH);
            revokeAll();
            at.scene.vault.forgetCalls();
            clock.advance(LONGER_THAN_THE_LEASE);
            assertThat(VersionedSecretsContract.codeOf(() -> kv.latest(PATH))).isEqualTo("vault-login-ended");
        }
        assertThat(at.scene.vault.lines()).as("no incident is made of it").containsExactly(READ);
    }

    @Test
    void a_given_token_that_ends_on_the_way_is_named() {
        String given = at.scene
                .admin
                .write(
                        "auth/approle/login",
                        java.util.Map.of("role_id", at.scene.roleId, "secret_id", at.scene.secretId()))
                .at("/auth/client_token")
                .stringValue();
        VaultSession session = new VaultScene(at.scene.vault.address(), at.scene.ca.clientContext())
                .token(given)
                .session();
        try (session) {
            assertThat(session.identity()).startsWith("approle");
            VersionedSecrets kv = session.kv(PATH);
            revokeAll();
            assertThat(VersionedSecretsContract.codeOf(() -> kv.latest(PATH))).isEqualTo("vault-token-ended");
        }
        assertThat(session.warnings()).isEmpty();
    }

    @Test
    void a_server_that_is_silent_at_the_second_login_is_no_login_that_ended() {
        try (VaultSession session = at.scene.fetch().clock(clock).session(() -> Duration.ofSeconds(1))) {
            VersionedSecrets kv = session.kv(PATH);
            at.scene.vault.fail(VaultFault.SILENT, 1, LOGIN);
            clock.advance(LONGER_THAN_THE_LEASE);
            assertThat(VersionedSecretsContract.codeOf(() -> kv.latest(PATH))).isEqualTo("vault-timeout");
            assertThat(kv.latest(PATH).version()).isEqualTo(1);
        }
    }

    private void revokeAll() {
        String root = at.scene
                .admin
                .read("auth/token/lookup-self")
                .at("/data/accessor")
                .asString("");
        at.scene
                .admin
                .read("auth/token/accessors")
                .at("/data/keys")
                .valueStream()
                .map(key -> key.asString(""))
                .filter(key -> !key.equals(root))
                .forEach(key -> at.scene.admin.write("auth/token/revoke-accessor", java.util.Map.of("accessor", key)));
    }
}
