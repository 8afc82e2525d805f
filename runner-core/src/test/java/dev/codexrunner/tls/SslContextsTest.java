package dev.codexrunner.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.testkit.pki.CertificateSpec;
import dev.codexrunner.testkit.pki.IssuedCertificate;
import dev.codexrunner.testkit.pki.KeyKind;
import dev.codexrunner.testkit.pki.PemFiles;
import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.transport.HttpClients;
import dev.codexrunner.transport.LoopbackServer;
import dev.codexrunner.transport.ProxySettings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SslContextsTest {

    private final Path folder;

    private final PrivateCa ca = PrivateCa.create();

    SslContextsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void a_server_of_the_company_is_trusted_with_the_bundle(String protocol) throws Exception {
        try (LoopbackServer server = new LoopbackServer(ca.issueServer().serverContext(), 200, false, protocol)) {
            HttpResponse<Void> added = get(server.uri(), SslContexts.create(Optional.of(bundle(ca)), Optional.empty()));
            assertThat(added.sslSession().orElseThrow().getProtocol()).isEqualTo(protocol);
            assertThat(get(server.uri(), SslContexts.trustingOnly(bundle(ca), Optional.empty()))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void and_not_without_it() throws Exception {
        try (LoopbackServer server = new LoopbackServer(ca.issueServer().serverContext())) {
            assertThatThrownBy(() -> get(server.uri(), SslContexts.create(Optional.empty(), Optional.empty())))
                    .isInstanceOf(SSLException.class);
            assertThatThrownBy(() ->
                            get(server.uri(), SslContexts.trustingOnly(bundle(PrivateCa.create()), Optional.empty())))
                    .isInstanceOf(SSLException.class);
        }
    }

    @Test
    void every_authority_of_a_bundle_counts_not_only_the_first() throws Exception {
        PrivateCa other = PrivateCa.create();
        Path file = PemFiles.write(folder.resolve("ca.pem"), List.of(other.certificate(), ca.certificate()));
        CaBundle bundle = CaBundle.read(List.of(file), Clock.systemUTC());
        try (LoopbackServer server = new LoopbackServer(ca.issueServer().serverContext())) {
            assertThat(get(server.uri(), SslContexts.trustingOnly(bundle, Optional.empty()))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_servers_own_certificate_as_the_bundle_is_enough_for_that_server() throws Exception {
        IssuedCertificate own = ca.issueServer();
        Path file = PemFiles.write(folder.resolve("leaf.pem"), List.of(own.certificate()));
        SSLContext context =
                SslContexts.trustingOnly(CaBundle.read(List.of(file), Clock.systemUTC()), Optional.empty());
        try (LoopbackServer server = new LoopbackServer(own.serverContext());
                LoopbackServer sibling = new LoopbackServer(ca.issueServer().serverContext())) {
            assertThat(get(server.uri(), context).statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> get(sibling.uri(), context)).isInstanceOf(SSLException.class);
        }
    }

    @Test
    void the_runtimes_own_roots_stay_trusted_beside_the_bundle() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((java.security.KeyStore) null);
        List<X509Certificate> roots = List.of(((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers());
        assertThat(SslContexts.anchors(Optional.of(bundle(ca))))
                .containsAll(roots)
                .contains(ca.certificate());
    }

    @ParameterizedTest
    @CsvSource({"EC,TLSv1.2", "EC,TLSv1.3", "RSA,TLSv1.2", "RSA,TLSv1.3"})
    void a_client_certificate_is_shown_to_the_server_that_asks(KeyKind kind, String protocol) throws Exception {
        IssuedCertificate client = ca.issue(CertificateSpec.client("ci-runner").withKeyKind(kind));
        ClientIdentity identity = ClientIdentity.read(
                client.writeChain(folder.resolve("chain.pem")),
                client.writeKey(folder.resolve("key.pem")),
                Clock.systemUTC());
        SSLContext serving = ca.serverContextTrustingClients(ca.issueServer());
        try (LoopbackServer server = new LoopbackServer(serving, 200, true, protocol)) {
            SSLContext context = SslContexts.trustingOnly(bundle(ca), Optional.of(identity));
            assertThat(get(server.uri(), context).statusCode()).isEqualTo(200);
        }
    }

    private CaBundle bundle(PrivateCa authority) throws Exception {
        return CaBundle.read(List.of(authority.writeBundle(folder.resolve("bundle.pem"))), Clock.systemUTC());
    }

    private static HttpResponse<Void> get(URI target, SSLContext context) throws Exception {
        return HttpClients.create(context, ProxySettings.none(), Duration.ofSeconds(5))
                .send(
                        HttpRequest.newBuilder(target)
                                .timeout(Duration.ofSeconds(10))
                                .build(),
                        BodyHandlers.discarding());
    }
}
