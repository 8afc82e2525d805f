package dev.codexrunner.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A Vault token that ends before its session does, against every server that speaks Vault's API. */
interface SessionLifeContract {

    VaultContractServer server();

    @Test
    default void a_token_that_an_operator_revoked_is_replaced_by_another_login() {
        RotationRoles roles = RotationRoles.ofFreshSecret(server());
        List<String> before = server().accessors();
        try (VaultSession session = roles.session("rotator")) {
            assertThat(session.identity()).isEqualTo("approle-codex-rotator");
            VersionedSecrets kv = session.kv(roles.path());
            server().revokeAllBut(before);
            assertThat(kv.write(roles.path(), RotationRoles.token("at-1"), 0)).isEqualTo(new WriteResult.Written(1));
            server().revokeAllBut(before);
            assertThat(kv.latest(roles.path()).fields()).isEqualTo(RotationRoles.token("at-1"));
            server().revokeAllBut(before);
            kv.destroy(roles.path(), List.of(1));
            assertThat(server().livingLogins()).isEqualTo(1);
        }
        assertThat(server().livingLogins()).isZero();
    }

    @Test
    default void a_login_that_can_not_be_made_again_is_told_of_and_no_policy_is_blamed() {
        RotationRoles roles = RotationRoles.ofFreshSecret(server());
        List<String> before = server().accessors();
        VaultSession session = roles.rotator(Map.of("secret_id_num_uses", 1)).session();
        try (session) {
            assertThat(session.identity()).startsWith("approle");
            VersionedSecrets kv = session.kv(roles.path());
            server().revokeAllBut(before);

            Failure failure = failure(() -> kv.latest(roles.path()));
            assertThat(failure.code()).isEqualTo("vault-login-ended");
            assertThat(failure.why()).contains("a second login was refused");
            assertThat(failure.fix()).contains("token_ttl", "5 minutes");
            assertThat(failure(() -> kv.destroy(roles.path(), List.of(1))).code())
                    .isEqualTo("vault-login-ended");
        }
        assertThat(session.warnings()).as("what is gone needs no revocation").isEmpty();
        assertThat(server().livingLogins()).isZero();
    }

    @Test
    default void what_a_policy_denies_is_denied_as_before() {
        RotationRoles roles = RotationRoles.ofFreshSecret(server());
        try (VaultSession session = roles.session("checker")) {
            assertThat(session.identity()).startsWith("approle");
            VersionedSecrets kv = session.kv(roles.path());
            assertThat(failure(() -> kv.latest(roles.pending())).code()).isEqualTo("vault-read-denied");
            assertThat(failure(() -> kv.destroy(roles.path(), List.of(1))).code())
                    .isEqualTo("vault-write-denied");
            assertThat(server().livingLogins()).as("no second login").isEqualTo(1);
        }
    }

    /** The stand-in's tokens end by revocation alone; there the clock says nothing, and all is well at once. */
    @Test
    default void a_token_whose_time_is_over_is_replaced() {
        RotationRoles roles = RotationRoles.ofFreshSecret(server());
        long before = server().livingLogins();
        String role = "codex-short-lived";
        VaultSession session =
                roles.rotator(role, Map.of("token_ttl", 1, "token_max_ttl", 1)).session();
        try (session) {
            VersionedSecrets kv = session.kv(roles.path());
            for (int tries = 0; server().livingLogins() > before && tries < 500; tries++) {
                server().admin().status("GET", "auth/token/lookup-self", Map.of());
            }
            // The next token outlives a read on a machine that is busy.
            roles.setRotator(role, Map.of("token_ttl", 60, "token_max_ttl", 60));
            assertThat(kv.latest(roles.path())).isEqualTo(SecretVersion.ABSENT);
        }
        assertThat(session.warnings()).isEmpty();
    }

    @Test
    default void a_role_that_counts_uses_gives_a_new_login_when_they_are_spent() {
        RotationRoles roles = RotationRoles.ofFreshSecret(server());
        try (VaultSession session = roles.rotator(Map.of("token_num_uses", 2)).session()) {
            assertThat(session.identity()).startsWith("approle");
            VersionedSecrets kv = session.kv(roles.path());
            for (int version = 0; version < 4; version++) {
                assertThat(kv.write(roles.path(), RotationRoles.token("at-" + version), version))
                        .isEqualTo(new WriteResult.Written(version + 1));
            }
        }
    }

    static Failure failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        return Assertions.catchThrowableOfType(FailureException.class, what).failure();
    }
}
