package dev.codexrunner.credential.vault;

import static dev.codexrunner.credential.vault.VaultSessionScene.MANY;
import static dev.codexrunner.credential.vault.VaultSessionScene.PATH;
import static dev.codexrunner.credential.vault.VaultSessionScene.rewrite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.testkit.vault.VaultFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a session says of its requests when the server or the way to it misbehaves. */
final class VaultSessionFaultsTest {

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final VaultSessionScene at = new VaultSessionScene();

    @AfterEach
    void close() {
        at.close();
    }

    @Fault(
            area = Area.VAULT,
            made = "the answer to a check-and-set write is lost, late, cut or replaced by a proxy's page",
            promised = "the write is not repeated; its outcome is called unknown until it is read")
    @ParameterizedTest
    @EnumSource(names = {"ANSWER_LOST", "TAKEN_IN_SILENCE", "TAKEN_BEHIND_A_PROXY"})
    void a_write_that_was_carried_out_without_an_answer_is_neither_repeated_nor_judged(VaultFault fault, Seen seen) {
        try (VaultSession session = at.session()) {
            VersionedSecrets kv = session.kv(PATH);
            at.failWrites(fault, MANY);
            at.bound = SHORT;

            assertThat(rewrite(kv)).isInstanceOf(WriteResult.Unknown.class);
            at.bound = LONG;

            assertThat(at.writes()).isEqualTo(1);
            assertThat(kv.latest(PATH).version()).isEqualTo(2);
            assertThat(kv.latest(PATH).fields()).isEqualTo(RotationRoles.token("at-2"));
        }
        seen.that("one write, found by reading");
    }

    @ParameterizedTest
    @CsvSource({
        "RESET,connection-lost",
        "SILENT,vault-timeout",
        "DRIPPING,vault-timeout",
        "SERVER_ERROR,vault-server-error",
        "BAD_GATEWAY,vault-server-error",
        "UNAVAILABLE,vault-server-error",
        "EMPTY,vault-answer-not-json",
        "TRUNCATED,vault-answer-not-json",
        "OTHER_JSON,vault-secret-malformed",
        "ENDLESS,vault-answer-too-large",
        "CUT_SHORT,connection-lost",
    })
    void a_write_that_may_have_been_carried_out_is_not_repeated(VaultFault fault, String code) {
        try (VaultSession session = at.session()) {
            VersionedSecrets kv = session.kv(PATH);
            at.failWrites(fault, MANY);
            // The endless answer has to be read up to its bound; the others come at once or never.
            at.bound = fault == VaultFault.ENDLESS ? LONG : SHORT;

            assertThat(rewrite(kv))
                    .isInstanceOfSatisfying(
                            WriteResult.Unknown.class,
                            unknown -> assertThat(unknown.failure().code()).isEqualTo(code));
            at.bound = LONG;

            assertThat(at.writes()).isEqualTo(1);
            assertThat(kv.latest(PATH).version()).isEqualTo(1);
        }
        assertThat(at.scene.vault.livingTokens()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "SEALED,vault-sealed,1",
        "STANDBY_REDIRECT,vault-standby-redirect,1",
        "PERFORMANCE_STANDBY,vault-standby,1",
        "HTML_200,vault-html,1",
        "HTML_403,vault-html,1",
        "DENIED,vault-write-denied,1",
        "REPLICA_LAG,vault-replica-lag,5",
        "RATE_LIMITED,vault-rate-limited,5",
    })
    void a_write_that_was_surely_not_carried_out_fails_by_its_name(VaultFault fault, String code, int tries) {
        try (VaultSession session = at.session()) {
            VersionedSecrets kv = session.kv(PATH);
            at.failWrites(fault, MANY);

            assertThat(VersionedSecretsContract.codeOf(() -> rewrite(kv))).isEqualTo(code);

            assertThat(at.writes()).isEqualTo(tries);
        }
        assertThat(at.scene.vault.livingTokens()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"REPLICA_LAG", "RATE_LIMITED"})
    void a_write_that_was_turned_away_is_tried_again(VaultFault fault) {
        try (VaultSession session = at.session()) {
            VersionedSecrets kv = session.kv(PATH);
            at.failWrites(fault, 2);

            assertThat(rewrite(kv)).isEqualTo(new WriteResult.Written(2));
        }
    }

    @Test
    void a_server_that_is_gone_did_not_take_the_write() {
        VaultSession session = at.session();
        VersionedSecrets kv = session.kv(PATH);
        at.scene.vault.close();
        // A connection that is kept alive may take a request in before it is seen to be closed: a read uses it up.
        assertThat(VersionedSecretsContract.codeOf(() -> kv.latest(PATH))).isEqualTo("connection-refused");

        assertThat(VersionedSecretsContract.codeOf(() -> rewrite(kv))).isEqualTo("connection-refused");
        session.close();
        assertThat(session.warnings()).singleElement().asString().contains("not revoked");
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWER_LOST", "SERVER_ERROR", "RATE_LIMITED"})
    void metadata_and_destruction_are_repeated_until_answered(VaultFault fault) {
        try (VaultSession session = at.session()) {
            VersionedSecrets kv = session.kv(PATH);
            rewrite(kv);
            at.scene.vault.fail(fault, 1, "PATCH secret/metadata/");
            at.scene.vault.fail(fault, 1, "POST secret/destroy/");
            at.scene.vault.fail(fault, 1, "GET secret/");
            kv.patchCustomMetadata(PATH, Map.of("codex_owner", "ann"));
            kv.destroy(PATH, List.of(1));

            assertThat(kv.metadata(PATH).custom()).isEqualTo(Map.of("codex_owner", "ann"));
            assertThat(kv.version(PATH, 1).state()).isEqualTo(SecretVersion.State.DESTROYED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SEALED,vault-sealed",
        "STANDBY_REDIRECT,vault-standby-redirect",
        "HTML_200,vault-html",
        "TRUNCATED,vault-answer-not-json",
        "SERVER_ERROR,vault-server-error",
        "RATE_LIMITED_FOR_A_DAY,vault-rate-limited",
        "ENDLESS,vault-answer-too-large",
        "CUT_SHORT,connection-lost",
    })
    void every_other_request_has_the_faults_that_a_fetch_has(VaultFault fault, String code) {
        try (VaultSession session = at.session()) {
            VersionedSecrets kv = session.kv(PATH);
            at.scene.vault.fail(fault, MANY, "GET secret/");
            at.scene.vault.fail(fault, MANY, "PATCH secret/");
            at.scene.vault.fail(fault, MANY, "POST secret/destroy/");
            assertThat(VersionedSecretsContract.codeOf(() -> kv.latest(PATH))).isEqualTo(code);
            assertThat(VersionedSecretsContract.codeOf(() -> kv.metadata(PATH))).isEqualTo(code);
            assertThat(VersionedSecretsContract.codeOf(() -> kv.patchCustomMetadata(PATH, Map.of("a", "b"))))
                    .isEqualTo(code);
            assertThat(VersionedSecretsContract.codeOf(() -> kv.destroy(PATH, List.of(1))))
                    .isEqualTo(code);
        }
        assertThat(at.scene.vault.livingTokens()).isZero();
    }

    @Test
    void metadata_that_is_json_of_another_shape_is_malformed() {
        try (VaultSession session = at.session()) {
            VersionedSecrets kv = session.kv(PATH);
            at.scene.vault.fail(VaultFault.OTHER_JSON, 2, "GET secret/");
            assertThat(VersionedSecretsContract.codeOf(() -> kv.latest(PATH))).isEqualTo("vault-secret-malformed");
            assertThat(VersionedSecretsContract.codeOf(() -> kv.metadata(PATH))).isEqualTo("vault-secret-malformed");
        }
    }

    @Fault(
            area = Area.VAULT,
            made = "a server that drops custom metadata and answers well",
            promised = "seen by reading it back")
    @Test
    void a_server_that_drops_custom_metadata_is_found_out_by_reading(Seen seen) {
        at.scene.vault.dropCustomMetadata();
        try (VaultSession session = at.session()) {
            VersionedSecrets kv = session.kv(PATH);
            kv.patchCustomMetadata(PATH, Map.of("codex_owner", "ann"));

            assertThat(kv.metadata(PATH).custom()).isEmpty();
            assertThat(kv.metadata(PATH).currentVersion()).isEqualTo(1);
        }
        seen.that("no failure, and no entry");
    }

    @Test
    void many_requests_take_one_login_and_each_its_own_deadline() {
        VaultScene login = at.scene.fetch().timeout(Duration.ofSeconds(3));
        try (VaultSession session = login.session()) {
            VersionedSecrets kv = session.kv(PATH);
            at.scene.vault.fail(VaultFault.TAKEN_IN_SILENCE, 1, "POST secret/destroy/");
            assertThat(VersionedSecretsContract.codeOf(() -> kv.destroy(PATH, List.of(1))))
                    .isEqualTo("vault-timeout"); // it used up all of its time, and the next one has its own
            assertThat(kv.latest(PATH).state()).isEqualTo(SecretVersion.State.DESTROYED);
        }
        assertThat(at.scene.vault.lines())
                .containsExactly(
                        "POST auth/approle/login",
                        "GET sys/internal/ui/mounts/secret/ci/codex",
                        "POST secret/destroy/ci/codex",
                        "GET secret/data/ci/codex",
                        "POST auth/token/revoke-self");
    }

    @Test
    void a_path_in_another_mount_and_a_closed_session_are_mistakes_of_the_caller() {
        VaultSession session = at.session();
        VersionedSecrets kv = session.kv(PATH);
        assertThatIllegalArgumentException().isThrownBy(() -> kv.latest("other/ci/codex"));
        session.close();
        assertThatIllegalStateException().isThrownBy(() -> kv.latest(PATH));
    }
}
