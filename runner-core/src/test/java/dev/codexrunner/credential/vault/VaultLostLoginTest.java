package dev.codexrunner.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.testkit.network.LoopbackListener;
import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.testkit.vault.VaultFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A login is not sent twice; why its connection was lost is asked by a request that may be. */
@Timeout(60)
final class VaultLostLoginTest {

    private final PrivateCa ca = PrivateCa.create();

    private VaultScene loginAt(LoopbackListener listener) {
        return new VaultScene(listener.uri("https"), ca.clientContext()).appRole("role", "secret-id");
    }

    @Test
    void a_client_certificate_that_was_refused_unheard_is_named() {
        try (LoopbackListener vault = LoopbackListener.wantingClientCertificateUnheardAtFirst(
                ca.issueServer().serverContext())) {
            Failure failure = loginAt(vault).failure();

            assertThat(failure.code()).isEqualTo("tls-client-certificate-refused");
            assertThat(failure.kind()).isEqualTo(FailureKind.CONNECTIVITY);
        }
    }

    @Test
    void a_connection_that_is_lost_again_and_again_stays_a_lost_connection() {
        List<Duration> waits = new ArrayList<>();
        try (LoopbackListener vault =
                LoopbackListener.resettingRequests(ca.issueServer().serverContext())) {
            assertThat(loginAt(vault).pause(waits::add).failure().code()).isEqualTo("connection-lost");
        }
        assertThat(waits).as("a few questions, and no more").hasSizeLessThan(4);
    }

    @Test
    void a_server_that_answers_the_question_leaves_it_at_the_lost_connection() {
        try (VaultStandInScene scene = new VaultStandInScene()) {
            VaultScene fetch = scene.fetch();
            scene.vault.fail(VaultFault.ANSWER_LOST, 1, "auth/approle/login");

            assertThat(fetch.failure().code()).isEqualTo("connection-lost");
            assertThat(scene.vault.lines()).containsExactly("POST auth/approle/login", "GET sys/seal-status");
        }
    }

    @Test
    void a_server_that_does_not_answer_the_question_does_not_hold_the_failure_back() {
        try (VaultStandInScene scene = new VaultStandInScene()) {
            VaultScene fetch = scene.fetch().timeout(Duration.ofHours(1));
            scene.vault.fail(VaultFault.ANSWER_LOST, 1, "auth/approle/login");
            scene.vault.fail(VaultFault.SILENT, 100, "sys/seal-status");

            assertThat(fetch.failure().code()).isEqualTo("connection-lost");
        }
    }

    @Test
    void an_interrupt_while_the_question_waits_cancels() throws InterruptedException {
        try (VaultStandInScene scene = new VaultStandInScene()) {
            VaultScene fetch = scene.fetch().timeout(Duration.ofHours(1));
            scene.vault.fail(VaultFault.ANSWER_LOST, 1, "auth/approle/login");
            scene.vault.fail(VaultFault.SILENT, 100, "sys/seal-status");
            InterruptedFetch fetching = InterruptedFetch.start(fetch);
            scene.vault.awaitCall("GET sys/seal-status");

            fetching.interrupt();

            assertThat(fetching.failure().kind()).isEqualTo(FailureKind.CANCELLED);
            assertThat(fetching.keptTheInterrupt()).isTrue();
        }
    }
}
