package dev.codexrunner.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.testkit.vault.VaultFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A signal to the runner reaches the fetching thread as an interrupt, at any moment. */
@Timeout(60)
final class VaultInterruptTest {

    private static final int MANY = 1000;
    /** So long that only the interrupt can be what ended a fetch. */
    private static final Duration ENDLESS = Duration.ofHours(1);

    private final VaultStandInScene scene = new VaultStandInScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Fault(
            area = Area.VAULT,
            made = "a signal while Vault does not answer the read",
            promised = "ends at once, our Vault token revoked")
    @Test
    void during_a_read_it_hangs_up_and_revokes(Seen seen) throws InterruptedException {
        VaultScene fetch = scene.fetch().timeout(ENDLESS);
        scene.vault.fail(VaultFault.SILENT, MANY, "secret/");
        InterruptedFetch fetching = InterruptedFetch.start(fetch);
        scene.vault.awaitCall("GET secret/data/ci/codex");

        fetching.interrupt();

        assertThat(fetching.failure().kind()).isEqualTo(FailureKind.CANCELLED);
        assertThat(fetching.keptTheInterrupt()).isTrue();
        assertThat(scene.vault.lines()).endsWith("POST auth/token/revoke-self");
        assertThat(scene.vault.livingTokens()).isZero();
        seen.that("cancelled, no Vault token left");
    }

    @Fault(
            area = Area.VAULT,
            made = "a signal during the login",
            promised = "the login comes to its end, and its token is revoked")
    @Test
    void during_a_login_it_waits_for_the_token_so_that_it_can_revoke_it(Seen seen) throws InterruptedException {
        VaultScene fetch = scene.fetch().timeout(ENDLESS);
        scene.vault.fail(VaultFault.HELD, 1, "auth/approle/login");
        InterruptedFetch fetching = InterruptedFetch.start(fetch);
        scene.vault.awaitCall("POST auth/approle/login");

        fetching.interrupt();
        scene.vault.release();

        assertThat(fetching.failure().kind()).isEqualTo(FailureKind.CANCELLED);
        assertThat(fetching.keptTheInterrupt()).isTrue();
        assertThat(scene.vault.lines()).containsExactly("POST auth/approle/login", "POST auth/token/revoke-self");
        assertThat(scene.vault.livingTokens()).isZero();
        seen.that("cancelled, no Vault token left");
    }

    @Test
    void during_a_login_that_is_never_answered_it_ends_all_the_same() throws InterruptedException {
        VaultScene fetch = scene.fetch().timeout(ENDLESS);
        scene.vault.fail(VaultFault.SILENT, MANY, "auth/approle/login");
        InterruptedFetch fetching = InterruptedFetch.start(fetch);
        scene.vault.awaitCall("POST auth/approle/login");

        fetching.interrupt();

        assertThat(fetching.failure().kind()).isEqualTo(FailureKind.CANCELLED);
        assertThat(fetching.keptTheInterrupt()).isTrue();
    }

    @Fault(
            area = Area.VAULT,
            made = "a signal while Vault does not answer the unwrapping of the secret id",
            promised = "ends at once; says that the wrapping token may be used up")
    @Test
    void during_an_unwrapping_that_is_never_answered_it_says_that_the_wrapping_token_may_be_used_up(Seen seen)
            throws InterruptedException {
        VaultScene fetch = scene.wrappedFetch().timeout(ENDLESS);
        scene.vault.fail(VaultFault.SILENT, MANY, "sys/wrapping/unwrap");
        InterruptedFetch fetching = InterruptedFetch.start(fetch);
        scene.vault.awaitCall("POST sys/wrapping/unwrap");
        fetching.interrupt();
        assertThat(fetching.failure()).satisfies(failure -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.CANCELLED);
            assertThat(failure.code()).isEqualTo("vault-unwrap-interrupted");
            assertThat(failure.why()).contains("used up");
        });
        assertThat(fetching.keptTheInterrupt()).isTrue();
        seen.that("cancelled; the secret id is to be destroyed");
    }

    @Test
    void during_the_revocation_it_lets_it_come_to_its_end() throws InterruptedException {
        VaultScene fetch = scene.fetch().timeout(ENDLESS);
        scene.vault.fail(VaultFault.HELD, 1, "auth/token/revoke-self");
        InterruptedFetch fetching = InterruptedFetch.start(fetch);
        scene.vault.awaitCall("POST auth/token/revoke-self");

        fetching.interrupt();
        scene.vault.release();

        assertThat(fetching.warnings()).isEmpty();
        assertThat(fetching.keptTheInterrupt()).isTrue();
        assertThat(scene.vault.livingTokens()).isZero();
    }

    @Test
    void during_a_revocation_that_is_never_answered_it_ends_with_a_warning() throws InterruptedException {
        VaultScene fetch = scene.fetch().timeout(ENDLESS);
        scene.vault.fail(VaultFault.SILENT, MANY, "auth/token/revoke-self");
        InterruptedFetch fetching = InterruptedFetch.start(fetch);
        scene.vault.awaitCall("POST auth/token/revoke-self");

        fetching.interrupt();

        assertThat(fetching.warnings()).singleElement().asString().contains("not revoked");
        assertThat(fetching.keptTheInterrupt()).isTrue();
    }

    @Test
    void between_two_tries_it_revokes() throws InterruptedException {
        VaultScene fetch = scene.fetch();
        scene.vault.fail(VaultFault.RATE_LIMITED, MANY, "secret/");
        List<Failure> failures = new ArrayList<>();
        List<Boolean> flags = new ArrayList<>();
        Thread fetching = new Thread(() -> {
            failures.add(fetch.pause(wait -> {
                        throw new InterruptedException();
                    })
                    .failure());
            flags.add(Thread.currentThread().isInterrupted());
        });
        fetching.start();
        fetching.join();

        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(FailureKind.CANCELLED));
        assertThat(flags).containsExactly(true);
        assertThat(scene.vault.lines()).contains("POST auth/token/revoke-self");
        assertThat(scene.vault.livingTokens()).isZero();
    }

    @Test
    void pending_at_the_start_it_leaves_no_token_behind() {
        VaultScene fetch = scene.fetch();
        Thread.currentThread().interrupt();
        try {
            assertThat(fetch.failure().kind()).isEqualTo(FailureKind.CANCELLED);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(scene.vault.livingTokens()).isZero();
    }
}
