package dev.codexrunner.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.testkit.vault.VaultAdmin;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The shipped policies of {@code docs/vault-policies} suffice for their roles, and for no more. */
interface RotationPolicyContract {

    VaultContractServer server();

    @Test
    default void a_runner_reads_the_live_token_and_nothing_else() {
        RotationRoles roles = filled();
        try (VaultSession session = roles.session("runner")) {
            VersionedSecrets kv = session.kv(roles.path());
            assertThat(kv.latest(roles.path()).isPresent()).isTrue();

            deniedReading(() -> kv.latest(roles.pending()), api(roles.pending(), "data"));
            deniedReading(() -> kv.version(roles.pending(), 1), api(roles.pending(), "data"));
            deniedReading(() -> kv.latest(roles.journal()), api(roles.journal(), "data"));
            deniedReading(() -> kv.metadata(roles.path()), api(roles.path(), "metadata"));
            deniedChanging(kv, roles.path());
            deniedChanging(kv, roles.pending());
            deniedChanging(kv, roles.journal());
        }
    }

    @Test
    default void a_checker_reads_all_but_the_candidate_and_changes_nothing() {
        RotationRoles roles = filled();
        try (VaultSession session = roles.session("checker")) {
            VersionedSecrets kv = session.kv(roles.path());
            assertThat(kv.latest(roles.path()).isPresent()).isTrue();
            assertThat(kv.metadata(roles.path()).currentVersion()).isEqualTo(1);
            assertThat(kv.metadata(roles.pending()).currentVersion()).isEqualTo(1);
            assertThat(kv.latest(roles.journal()).isPresent()).isTrue();

            deniedReading(() -> kv.latest(roles.pending()), api(roles.pending(), "data"));
            deniedChanging(kv, roles.path());
            deniedChanging(kv, roles.pending());
            deniedChanging(kv, roles.journal());
        }
    }

    @Test
    default void a_rotator_does_what_its_steps_need_from_nothing_on() {
        RotationRoles roles = RotationRoles.ofFreshSecret(server());
        try (VaultSession session = roles.session("rotator")) {
            VersionedSecrets kv = session.kv(roles.path());
            for (String path : List.of(roles.path(), roles.pending(), roles.journal())) {
                assertThat(kv.latest(path)).isEqualTo(SecretVersion.ABSENT);
                assertThat(kv.write(path, RotationRoles.token("at-1"), 0)).isEqualTo(new WriteResult.Written(1));
                assertThat(kv.write(path, RotationRoles.token("at-2"), 1)).isEqualTo(new WriteResult.Written(2));
                assertThat(kv.version(path, 1).isPresent()).isTrue();
            }
            for (String path : List.of(roles.path(), roles.pending())) {
                kv.patchCustomMetadata(path, Map.of("codex_owner", "ann"));
                assertThat(kv.metadata(path).custom()).isEqualTo(Map.of("codex_owner", "ann"));
                kv.destroy(path, List.of(1));
                assertThat(kv.version(path, 1).state()).isEqualTo(SecretVersion.State.DESTROYED);
            }
        }
    }

    @Test
    default void a_rotator_neither_deletes_nor_reaches_another_secret() {
        RotationRoles roles = filled();
        RotationRoles other = filled();
        VaultAdmin admin = server().admin();
        try (VaultSession session = roles.session("rotator")) {
            VersionedSecrets kv = session.kv(roles.path());
            deniedReading(() -> kv.latest(other.path()), api(other.path(), "data"));
            deniedChanging(kv, other.path());
            VaultAdmin asRotator = admin.as(session.token().reveal());
            for (String path : List.of(roles.path(), roles.pending(), roles.journal())) {
                assertThat(asRotator.status("DELETE", api(path, "data"), Map.of()))
                        .isEqualTo(403);
                assertThat(asRotator.status("DELETE", api(path, "metadata"), Map.of()))
                        .isEqualTo(403);
                assertThat(asRotator.status("POST", api(path, "metadata"), Map.of("max_versions", 1)))
                        .isEqualTo(403);
            }
            assertThat(asRotator.status("POST", api(roles.journal(), "destroy"), Map.of("versions", List.of(1))))
                    .isEqualTo(403);
        }
    }

    @Test
    default void vault_itself_says_who_rotates() {
        RotationRoles roles = filled();
        try (VaultSession session = roles.session("rotator")) {
            assertThat(session.identity()).isEqualTo("approle-codex-rotator");
        }
        try (VaultSession session =
                roles.session("deaf", "path \"auth/token/lookup-self\" { capabilities = [\"deny\"] }")) {
            assertThat(session.identity()).isEqualTo("unknown");
        }
        try (VaultSession session = server().root().session()) {
            assertThat(session.identity()).isEqualTo("root");
        }
    }

    @Test
    default void a_session_revokes_its_own_token_once_and_keeps_a_given_one() {
        RotationRoles roles = filled();
        VaultSession session = roles.session("checker");
        session.kv(roles.path()).latest(roles.path());
        assertThat(server().livingLogins()).isEqualTo(1);
        session.close();
        session.close();
        assertThat(session.warnings()).isEmpty();
        assertThat(server().livingLogins()).isZero();

        server().root().session().close();
        assertThat(server().admin().status("GET", "auth/token/lookup-self", Map.of()))
                .isEqualTo(200);
    }

    /** Live, pending and journal with one version each. */
    private RotationRoles filled() {
        RotationRoles roles = RotationRoles.ofFreshSecret(server());
        for (String path : List.of(roles.path(), roles.pending(), roles.journal())) {
            server().admin().write(api(path, "data"), VaultContractServer.secret("at-1"));
        }
        return roles;
    }

    private static String api(String path, String part) {
        return path.replace("secret/", "secret/" + part + "/");
    }

    private static void deniedReading(Runnable reading, String apiPath) {
        Failure denied = denied(reading);
        assertThat(denied.code()).isEqualTo("vault-read-denied");
        assertThat(denied.fix())
                .startsWith("First check the path, and that this is the login meant for it")
                .contains("rotator.hcl", "checker.hcl", "Nobody but the rotator may ever read a candidate")
                .endsWith("add there: path \"" + apiPath + "\" { capabilities = [\"read\"] }");
    }

    private static void deniedChanging(VersionedSecrets kv, String path) {
        denied(() -> kv.write(path, RotationRoles.token("at-x"), 1), api(path, "data"), "\"create\", \"update\"");
        denied(() -> kv.patchCustomMetadata(path, Map.of("a", "b")), api(path, "metadata"), "\"patch\"");
        denied(() -> kv.destroy(path, List.of(1)), api(path, "destroy"), "\"update\"");
    }

    private static void denied(Runnable change, String apiPath, String capabilities) {
        Failure denied = denied(change);
        assertThat(denied.code()).isEqualTo("vault-write-denied");
        assertThat(denied.fix())
                .startsWith("First check the path, and that this is the rotator's login")
                .endsWith("add there: path \"" + apiPath + "\" { capabilities = [" + capabilities + "] }");
        assertThat(denied.why()).contains("permission denied").doesNotContain("at-x");
    }

    private static Failure denied(Runnable action) {
        return Assertions.catchThrowableOfType(FailureException.class, action::run)
                .failure();
    }
}
