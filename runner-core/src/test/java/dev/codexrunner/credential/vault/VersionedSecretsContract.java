package dev.codexrunner.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.config.KvVersion;
import dev.codexrunner.credential.vault.SecretVersion.State;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What holds for versions and check-and-set against every server that speaks Vault's API. */
interface VersionedSecretsContract {

    VaultContractServer server();

    @Test
    default void versions_are_written_by_check_and_set_and_read_by_number() {
        RotationRoles roles = RotationRoles.ofFreshSecret(server());
        try (VaultSession session = roles.session("rotator")) {
            VersionedSecrets kv = session.kv(roles.path());
            assertThat(kv.latest(roles.path())).isEqualTo(SecretVersion.ABSENT);

            assertThat(kv.write(roles.path(), RotationRoles.token("at-1"), 0)).isEqualTo(new WriteResult.Written(1));
            assertThat(kv.write(roles.path(), RotationRoles.token("at-x"), 0)).isEqualTo(new WriteResult.CasLost());
            assertThat(kv.write(roles.path(), RotationRoles.token("at-2"), 1)).isEqualTo(new WriteResult.Written(2));
            assertThat(kv.write(roles.path(), RotationRoles.token("at-x"), 9)).isEqualTo(new WriteResult.CasLost());

            SecretVersion latest = kv.latest(roles.path());
            assertThat(latest.state()).isEqualTo(State.PRESENT);
            assertThat(latest.version()).isEqualTo(2);
            assertThat(latest.createdTime()).isPresent();
            assertThat(latest.fields()).isEqualTo(RotationRoles.token("at-2"));
            assertThat(kv.version(roles.path(), 1).fields()).isEqualTo(RotationRoles.token("at-1"));
            assertThat(kv.version(roles.path(), 3)).isEqualTo(SecretVersion.ABSENT);
            assertThat(kv.version(roles.path(), 0)).isEqualTo(SecretVersion.ABSENT);
        }
        assertThat(server().livingLogins()).isZero();
    }

    @Test
    default void a_deleted_or_destroyed_latest_version_counts_for_check_and_set() {
        RotationRoles roles = RotationRoles.ofFreshSecret(server());
        String below = roles.path().substring("secret/".length());
        try (VaultSession session = roles.session("rotator")) {
            VersionedSecrets kv = session.kv(roles.path());
            kv.write(roles.path(), RotationRoles.token("at-1"), 0);
            server().admin().write("secret/delete/" + below, Map.of("versions", List.of(1)));
            assertThat(kv.latest(roles.path()).state()).isEqualTo(State.DELETED);
            assertThat(kv.latest(roles.path()).version()).isEqualTo(1);
            assertThat(kv.latest(roles.path()).fields()).isEqualTo(SecretFields.EMPTY);
            assertThat(kv.write(roles.path(), RotationRoles.token("at-2"), 0)).isEqualTo(new WriteResult.CasLost());
            assertThat(kv.write(roles.path(), RotationRoles.token("at-2"), 1)).isEqualTo(new WriteResult.Written(2));

            kv.destroy(roles.path(), List.of(2));
            assertThat(kv.latest(roles.path()).state()).isEqualTo(State.DESTROYED);
            assertThat(kv.latest(roles.path()).version()).isEqualTo(2);
            assertThat(kv.write(roles.path(), RotationRoles.token("at-3"), 2)).isEqualTo(new WriteResult.Written(3));
            assertThat(kv.version(roles.path(), 1).state()).isEqualTo(State.DELETED);
        }
    }

    @Test
    default void destruction_can_be_repeated_and_bears_versions_that_are_not_there() {
        RotationRoles roles = RotationRoles.ofFreshSecret(server());
        try (VaultSession session = roles.session("rotator")) {
            VersionedSecrets kv = session.kv(roles.path());
            kv.destroy(roles.path(), List.of(1));
            assertThat(kv.latest(roles.path())).isEqualTo(SecretVersion.ABSENT);
            kv.write(roles.path(), RotationRoles.token("at-1"), 0);
            kv.write(roles.path(), RotationRoles.token("at-2"), 1);
            kv.destroy(roles.path(), List.of());
            kv.destroy(roles.path(), List.of(1, 7));
            kv.destroy(roles.path(), List.of(1));
            assertThat(kv.version(roles.path(), 1).state()).isEqualTo(State.DESTROYED);
            assertThat(kv.latest(roles.path()).fields()).isEqualTo(RotationRoles.token("at-2"));
        }
    }

    @Test
    default void sibling_fields_survive_reading_and_writing_back() {
        RotationRoles roles = RotationRoles.ofFreshSecret(server());
        SecretFields all = SecretFields.ofJson("""
                {"access_token":"at-1","big":12345678901234567890,"deep":{"b":[1,2.5,{"x":null}],"a":"<&>"},\
                "empty":"","exact":3.14159265358979323846,"gr\u00fc\u00df":"\u20ac \ud83d\ude00","no":false,"none":null,\
                "odd":1e30,"tail":1.10}""");
        try (VaultSession session = roles.session("rotator")) {
            VersionedSecrets kv = session.kv(roles.path());
            kv.write(roles.path(), all, 0);
            // What the server makes of a number is its own: real ones keep a double.
            SecretFields read = kv.latest(roles.path()).fields();
            assertThat(read.names()).containsExactlyInAnyOrderElementsOf(all.names());
            assertThat(read.text("gr\u00fc\u00df").map(Secret::reveal)).hasValue("\u20ac \ud83d\ude00");

            kv.write(roles.path(), read.withText("access_token", "at-2"), 1);

            SecretFields again = kv.latest(roles.path()).fields();
            assertThat(again.names()).containsExactlyElementsOf(read.names());
            assertThat(again.json().reveal()).isEqualTo(read.json().reveal().replace("at-1", "at-2"));
        }
    }

    @Test
    default void of_eight_writers_at_once_exactly_one_wins_each_round() throws Exception {
        RotationRoles roles = RotationRoles.ofFreshSecret(server());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (VaultSession session = roles.session("rotator")) {
            VersionedSecrets kv = session.kv(roles.path());
            for (int round = 0; round < 10; round++) {
                int cas = round;
                CyclicBarrier start = new CyclicBarrier(8);
                List<Callable<WriteResult>> writers = new ArrayList<>();
                for (int writer = 0; writer < 8; writer++) {
                    SecretFields mine = RotationRoles.token("at-" + round + "-" + writer);
                    writers.add(() -> {
                        start.await();
                        return kv.write(roles.path(), mine, cas);
                    });
                }
                List<Future<WriteResult>> results = threads.invokeAll(writers);
                int winner = -1;
                for (int writer = 0; writer < 8; writer++) {
                    WriteResult result = results.get(writer).get();
                    if (result.equals(new WriteResult.Written(round + 1))) {
                        assertThat(winner).isEqualTo(-1);
                        winner = writer;
                    } else {
                        assertThat(result).isEqualTo(new WriteResult.CasLost());
                    }
                }
                assertThat(kv.latest(roles.path()).fields())
                        .isEqualTo(RotationRoles.token("at-" + round + "-" + winner));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    default void a_nested_mount_is_found_and_version_1_refused() {
        try (VaultSession session = server().root().session()) {
            VersionedSecrets nested = session.kv("team/kv/ci/nested");
            assertThat(nested.write("team/kv/ci/nested", RotationRoles.token("at-1"), 0))
                    .isEqualTo(new WriteResult.Written(1));
            assertThat(nested.latest("team/kv/ci/nested").fields()).isEqualTo(RotationRoles.token("at-1"));

            assertThatThrownBy(() -> session.kv("plain/ci/codex")).isInstanceOfSatisfying(FailureException.class, e -> {
                assertThat(e.failure().code()).isEqualTo("vault-kv-v2-needed");
                assertThat(e.failure().kind()).isEqualTo(FailureKind.CONFIG);
                assertThat(e.failure().fix())
                        .contains("changes it for all its users")
                        .doesNotContain("enable-versioning");
            });
            assertThatThrownBy(() -> session.kv("secret/data/ci/codex"))
                    .isInstanceOfSatisfying(FailureException.class, e -> {
                        assertThat(e.failure().code()).isEqualTo("vault-api-path-given");
                        assertThat(e.failure().fix()).endsWith(" secret/ci/codex");
                    });
            assertThat(codeOf(() -> session.kv("nowhere/ci/codex"))).isEqualTo("vault-engine-unknown");
            assertThat(codeOf(() -> session.kv("secret"))).isEqualTo("vault-path-invalid");
        }
        // Where the user says so, the first segment is the mount; that there is none shows at the first request.
        try (VaultSession stated = server().root().kv(KvVersion.V2).session()) {
            VersionedSecrets nowhere = stated.kv("nowhere/ci/codex");
            assertThat(codeOf(() -> nowhere.latest("nowhere/ci/codex"))).isEqualTo("vault-mount-not-found");
            assertThat(codeOf(() -> nowhere.write("nowhere/ci/codex", SecretFields.EMPTY, 0)))
                    .isEqualTo("vault-mount-not-found");
        }
    }

    /** The code of the failure that this ends with; the test fails where there is none. */
    static String codeOf(Runnable action) {
        try {
            action.run();
        } catch (FailureException e) {
            return e.failure().code();
        }
        throw new AssertionError("no failure");
    }
}
