package dev.codexrunner.credential.vault;

import static dev.codexrunner.credential.vault.VaultSessionScene.MANY;
import static dev.codexrunner.credential.vault.VaultSessionScene.PATH;
import static dev.codexrunner.credential.vault.VaultSessionScene.WRITE;
import static dev.codexrunner.credential.vault.VaultSessionScene.rewrite;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureException;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.testkit.vault.VaultFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A signal reaches the thread that works with the session as an interrupt, at any moment. */
@Timeout(60)
final class VaultSessionInterruptTest {

    /** So long that only the interrupt can be what ended a request. */
    private static final Duration ENDLESS = Duration.ofHours(1);

    private final VaultSessionScene at = new VaultSessionScene();

    @AfterEach
    void close() {
        at.close();
    }

    /** What a thread came to that worked with a session and then closed it. */
    private record Ended(String outcome, boolean keptTheInterrupt, List<String> warnings) {}

    private CompletableFuture<Ended> working(Work work, CompletableFuture<Thread> worker) {
        CompletableFuture<Ended> ended = new CompletableFuture<>();
        at.bound = ENDLESS;
        VaultSession session = at.session();
        VersionedSecrets kv = session.kv(PATH);
        Thread thread = new Thread(
                () -> {
                    String outcome;
                    try (session) {
                        outcome = String.valueOf(work.with(kv));
                    } catch (FailureException e) {
                        outcome = e.failure().code();
                    }
                    ended.complete(new Ended(outcome, Thread.currentThread().isInterrupted(), session.warnings()));
                },
                "rotation");
        thread.setDaemon(true);
        worker.complete(thread);
        thread.start();
        return ended;
    }

    private interface Work {
        Object with(VersionedSecrets kv);
    }

    @Test
    void during_a_read_it_hangs_up_and_revokes() throws Exception {
        at.scene.vault.fail(VaultFault.SILENT, MANY, "GET secret/data/");
        Ended ended = interrupted(kv -> kv.latest(PATH), "GET secret/data/ci/codex", () -> true);

        assertThat(ended).isEqualTo(new Ended("interrupted", true, List.of()));
        assertThat(at.scene.vault.livingTokens()).isZero();
    }

    @Fault(
            area = Area.VAULT,
            made = "a signal while a check-and-set write is under way",
            promised = "the write comes to its end and says so; our Vault token is revoked")
    @Test
    void a_write_under_way_is_let_come_to_its_end_and_nothing_is_begun_after_it(Seen seen) throws Exception {
        at.failWrites(VaultFault.HELD, 1);
        Ended ended = interrupted(
                kv -> {
                    WriteResult result = rewrite(kv);
                    return result + " " + VersionedSecretsContract.codeOf(() -> kv.latest(PATH)) + " "
                            + VersionedSecretsContract.codeOf(() -> kv.write(PATH, SecretFields.EMPTY, 2)) + " "
                            + VersionedSecretsContract.codeOf(() -> kv.destroy(PATH, List.of(1)));
                },
                WRITE,
                () -> {
                    at.scene.vault.release();
                    return true;
                });

        assertThat(ended)
                .isEqualTo(new Ended(
                        "Written[version=2] vault-interrupted vault-interrupted vault-interrupted", true, List.of()));
        assertThat(at.scene.vault.lines()).endsWith(WRITE, "POST auth/token/revoke-self");
        assertThat(at.scene.vault.livingTokens()).isZero();
        seen.that("written, then cancelled; no Vault token left");
    }

    @Fault(
            area = Area.VAULT,
            made = "a signal while Vault does not answer a change",
            promised = "ends at once; says that the change may have been made")
    @Test
    void a_change_that_is_never_answered_is_said_to_be_cut_off(Seen seen) throws Exception {
        at.failWrites(VaultFault.TAKEN_IN_SILENCE, MANY);
        at.scene.vault.fail(VaultFault.TAKEN_IN_SILENCE, MANY, "PATCH secret/metadata/");

        assertThat(interrupted(VaultSessionScene::rewrite, WRITE, () -> true))
                .isEqualTo(new Ended("vault-write-cut-off", true, List.of()));
        assertThat(interrupted(
                        kv -> {
                            kv.patchCustomMetadata(PATH, Map.of("a", "b"));
                            return "patched";
                        },
                        "PATCH secret/metadata/ci/codex",
                        () -> true))
                .isEqualTo(new Ended("vault-write-cut-off", true, List.of()));
        assertThat(at.scene.vault.livingTokens()).isZero();
        seen.that("cancelled; to be run again");
    }

    @Test
    void pending_before_the_login_it_leaves_no_token_behind() {
        VaultScene login = at.scene.fetch();
        Thread.currentThread().interrupt();
        try (VaultSession session = login.session()) {
            assertThat(VersionedSecretsContract.codeOf(() -> session.kv(PATH))).isEqualTo("vault-interrupted");
            assertThat(VersionedSecretsContract.codeOf(session::identity)).isEqualTo("vault-interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(at.scene.vault.lines()).containsExactly("POST auth/approle/login", "POST auth/token/revoke-self");
        assertThat(at.scene.vault.livingTokens()).isZero();
    }

    /** Interrupts the work once the server has seen this request, then does what follows. */
    private Ended interrupted(Work work, String request, Callable<Boolean> afterwards) throws Exception {
        CompletableFuture<Thread> worker = new CompletableFuture<>();
        CompletableFuture<Ended> ended = working(work, worker);
        at.scene.vault.awaitCall(request);
        worker.join().interrupt();
        assertThat(afterwards.call()).isTrue();
        return ended.join();
    }
}
