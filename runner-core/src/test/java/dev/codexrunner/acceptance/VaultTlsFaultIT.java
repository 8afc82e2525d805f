package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.testkit.RealPrograms;
import dev.codexrunner.testkit.network.LoopbackListener;
import dev.codexrunner.testkit.pki.CertificateSpec;
import dev.codexrunner.testkit.pki.IssuedCertificate;
import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.testkit.vault.OpenBaoServer;
import dev.codexrunner.transport.LoopbackServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TLS between the runner and Vault that is not as it should be. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VaultTlsFaultIT {

    private final Scene scene;

    VaultTlsFaultIT(Scene scene) {
        this.scene = scene;
    }

    /** What a server shows that should have been another certificate. */
    enum Shown {
        FOR_ANOTHER_HOST,
        EXPIRED,
        NOT_YET_VALID,
        SELF_SIGNED,
        OF_ANOTHER_AUTHORITY;

        IssuedCertificate by(PrivateCa ca) {
            CertificateSpec good = CertificateSpec.loopbackServer();
            return switch (this) {
                case FOR_ANOTHER_HOST -> ca.issue(good.withHosts("vault.example.com"));
                case EXPIRED -> ca.issue(good.expired());
                case NOT_YET_VALID -> ca.issue(good.notYetValid());
                case SELF_SIGNED -> PrivateCa.create().selfSigned();
                case OF_ANOTHER_AUTHORITY -> PrivateCa.create().issueServer();
            };
        }
    }

    @Fault(
            area = Area.NETWORK,
            made = "a server in Vault's place with such a certificate",
            promised = "exit 5 with what is wrong with it; no login is sent")
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "FOR_ANOTHER_HOST, tls-wrong-host",
        "EXPIRED, tls-certificate-expired",
        "NOT_YET_VALID, tls-certificate-not-yet-valid",
        "SELF_SIGNED, tls-unknown-ca",
        "OF_ANOTHER_AUTHORITY, tls-unknown-ca"
    })
    void vaults_certificate_is_not_good(Shown shown, String code, Seen seen) throws Exception {
        try (LoopbackServer server = new LoopbackServer(shown.by(scene.ca()).serverContext())) {
            FinishedRun run = RunWithoutCodex.in(scene)
                    .option("--vault-addr", server.uri().toString())
                    .endsAs(FailureKind.CONNECTIVITY, code, seen);
            assertThat(run.text("/verdict/reason")).contains(server.uri().getAuthority());
            assertThat(server.wasAsked()).isFalse();
            seen.that("nothing sent");
        }
    }

    @Fault(area = Area.NETWORK, made = "a server that speaks TLS 1.3 only", promised = "reached")
    @Test
    void vault_speaks_tls_1_3_only(Seen seen) throws Exception {
        try (TestVault vault = TestVault.startStandIn(scene.ca(), List.of("TLSv1.3"))) {
            RunWithoutCodex.at(scene, vault).getsAsFarAsTheField(seen);
        }
    }

    @Fault(
            area = Area.NETWORK,
            made = "a server that picks TLS 1.1 in its handshake",
            promised = "exit 5, the version named")
    @Test
    void vault_picks_tls_1_1(Seen seen) throws Exception {
        try (LoopbackListener old = LoopbackListener.speakingTls11Only()) {
            endsAs(old, "tls-version", seen);
        }
    }

    @Fault(
            area = Area.NETWORK,
            made = "a server that refuses TLS 1.2 and 1.3 (alert protocol_version)",
            promised = "exit 5, the version named")
    @Test
    void vault_refuses_new_versions_of_tls(Seen seen) throws Exception {
        try (LoopbackListener old = LoopbackListener.refusingTheTlsVersion()) {
            endsAs(old, "tls-version", seen);
        }
    }

    @Fault(area = Area.NETWORK, made = "a plain http port in Vault's place", promised = "exit 5, said to speak no TLS")
    @Test
    void vaults_port_speaks_plain_http(Seen seen) throws Exception {
        try (LoopbackListener plain = LoopbackListener.answeringAtOnce("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            endsAs(plain, "tls-not-spoken", seen);
        }
    }

    private void endsAs(LoopbackListener listener, String code, Seen seen) throws Exception {
        RunWithoutCodex.in(scene)
                .option("--vault-addr", listener.uri("https").toString())
                .endsAs(FailureKind.CONNECTIVITY, code, seen);
    }

    /** What a client shows to a server that demands a certificate. */
    enum Client {
        NONE,
        OF_ANOTHER_AUTHORITY,
        EXPIRED,
        WITH_ANOTHERS_KEY,
        GOOD;

        Optional<IssuedCertificate> by(PrivateCa ca) {
            CertificateSpec good = CertificateSpec.client("ci-runner");
            return switch (this) {
                case NONE -> Optional.empty();
                case OF_ANOTHER_AUTHORITY -> Optional.of(PrivateCa.create().issue(good));
                case EXPIRED -> Optional.of(ca.issue(good.expired()));
                case WITH_ANOTHERS_KEY, GOOD -> Optional.of(ca.issue(good));
            };
        }
    }

    @Fault(
            area = Area.NETWORK,
            made = "the real server demands a client certificate, and is shown this",
            promised =
                    "exit 5 where it is refused or unfit; with a good one the server answers (it is a fresh one: exit 3)")
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "NONE, CONNECTIVITY, tls-client-certificate-refused",
        "OF_ANOTHER_AUTHORITY, CONNECTIVITY, tls-client-certificate-refused",
        "EXPIRED, CONNECTIVITY, client-certificate-expired",
        "WITH_ANOTHERS_KEY, CONNECTIVITY, client-key-mismatch",
        "GOOD, SECRET_SOURCE, vault-not-initialised"
    })
    void mutual_tls(Client client, FailureKind kind, String code, Seen seen) throws Exception {
        Optional<Path> binary = RealPrograms.openBao();
        assumeTrue(binary.isPresent(), "no OpenBao: set -Dcodexrunner.bao=PATH");
        RunWithoutCodex run = RunWithoutCodex.in(scene).option("--vault-timeout", "20s");
        Path folder =
                Files.createDirectory(run.folder().resolveSibling(run.folder().getFileName() + "-server"));
        try (OpenBaoServer server =
                OpenBaoServer.startDemandingClientCertificates(binary.orElseThrow(), folder, scene.ca())) {
            Optional<IssuedCertificate> shown = client.by(scene.ca());
            if (shown.isPresent()) {
                IssuedCertificate keyOf =
                        client == Client.WITH_ANOTHERS_KEY ? scene.ca().issueServer() : shown.get();
                run.option(
                        "--vault-client-cert",
                        shown.get()
                                .writeChain(run.folder().resolve("client.pem"))
                                .toString());
                run.option(
                        "--vault-client-key",
                        keyOf.writeKey(run.folder().resolve("client.key")).toString());
            }
            run.option("--vault-addr", server.address().toString()).endsAs(kind, code, seen);
        }
    }
}
