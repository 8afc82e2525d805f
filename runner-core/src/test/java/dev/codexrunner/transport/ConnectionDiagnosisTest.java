package dev.codexrunner.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.testkit.network.ClosedPort;
import dev.codexrunner.testkit.network.LoopbackListener;
import dev.codexrunner.testkit.network.LoopbackProxy;
import dev.codexrunner.testkit.pki.CertificateSpec;
import dev.codexrunner.testkit.pki.KeyKind;
import dev.codexrunner.testkit.pki.PrivateCa;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** Every fault here is a real one, on loopback. */
class ConnectionDiagnosisTest {

    private final PrivateCa ca = PrivateCa.create();

    @Test
    void a_name_that_nobody_knows() throws Exception {
        assertFailure(
                TransportFailure.UNKNOWN_HOST, failure(URI.create("https://nobody.invalid/"), ProxySettings.none()));
    }

    @Test
    void a_port_that_nobody_listens_on() throws Exception {
        try (ClosedPort port = ClosedPort.hold()) {
            URI target = URI.create("https://127.0.0.1:" + port.number() + "/v1/secret?token=x");
            Failure failure = failure(target, ProxySettings.none());
            assertFailure(TransportFailure.CONNECTION_REFUSED, failure);
            assertThat(failure.what()).contains("127.0.0.1:").doesNotContain("token=x");
            assertThat(failure.retryable()).isTrue();
        }
    }

    @Test
    void a_certificate_of_an_authority_that_is_not_trusted() throws Exception {
        try (LoopbackServer server =
                new LoopbackServer(authority("Another Root").issueServer().serverContext())) {
            Failure failure = failure(server.uri(), ProxySettings.none());
            assertFailure(TransportFailure.TLS_UNKNOWN_CA, failure);
            assertThat(failure.retryable()).isFalse();
        }
    }

    @Test
    void a_certificate_that_has_expired() throws Exception {
        assertFailure(
                TransportFailure.TLS_CERTIFICATE_EXPIRED,
                serving(CertificateSpec.loopbackServer().expired()));
    }

    @Test
    void a_certificate_that_is_not_valid_yet() throws Exception {
        assertFailure(
                TransportFailure.TLS_CERTIFICATE_NOT_YET_VALID,
                serving(CertificateSpec.loopbackServer().notYetValid()));
    }

    @Test
    void a_certificate_for_another_host() throws Exception {
        assertFailure(
                TransportFailure.TLS_WRONG_HOST,
                serving(CertificateSpec.loopbackServer().withHosts("vault.example.com")));
    }

    @Test
    void an_authority_that_was_renewed_under_the_same_name() throws Exception {
        PrivateCa renewed = authority("Example Corp Root CA");
        try (LoopbackServer server = new LoopbackServer(renewed.issueServer().serverContext())) {
            assertFailure(TransportFailure.TLS_UNKNOWN_CA, failure(server.uri(), ProxySettings.none()));
        }
    }

    @Test
    void a_server_that_wants_a_client_certificate() throws Exception {
        SSLContext context = ca.serverContextTrustingClients(ca.issueServer());
        for (String protocol : new String[] {"TLSv1.2", "TLSv1.3"}) {
            try (LoopbackListener server = LoopbackListener.wantingClientCertificate(context, protocol)) {
                URI target = URI.create("https://localhost:" + server.port() + "/");
                assertFailure(refusalBy(protocol), failure(target, ProxySettings.none()));
            }
        }
    }

    /** For TLS 1.2 Java 25's server sends handshake_failure, as RFC 5246 has it, which can mean anything. */
    private static TransportFailure refusalBy(String protocol) {
        boolean anythingGoes = protocol.equals("TLSv1.2") && Runtime.version().feature() >= 25;
        return anythingGoes ? TransportFailure.TLS_HANDSHAKE : TransportFailure.TLS_CLIENT_CERTIFICATE_REFUSED;
    }

    @Test
    void a_port_that_speaks_plain_http() throws Exception {
        try (LoopbackListener greeting = LoopbackListener.answeringAtOnce("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            URI target = URI.create("https://localhost:" + greeting.port() + "/");
            assertFailure(TransportFailure.TLS_NOT_SPOKEN, failure(target, ProxySettings.none()));
        }
    }

    @Test
    void a_server_that_knows_old_versions_of_tls_only() throws Exception {
        try (LoopbackListener picksOld = LoopbackListener.speakingTls11Only();
                LoopbackListener refusesNew = LoopbackListener.refusingTheTlsVersion()) {
            assertFailure(TransportFailure.TLS_VERSION, failure(picksOld.uri("https"), ProxySettings.none()));
            assertFailure(TransportFailure.TLS_VERSION, failure(refusesNew.uri("https"), ProxySettings.none()));
        }
    }

    @Test
    void a_body_that_ends_too_soon() throws Exception {
        for (String head :
                new String[] {"Content-Length: 100\r\n\r\nhalf", "Transfer-Encoding: chunked\r\n\r\n9\r\nhalf"}) {
            try (LoopbackListener cut = LoopbackListener.answeringAtOnce("HTTP/1.1 200 OK\r\n" + head)) {
                assertFailure(TransportFailure.CONNECTION_LOST, failure(cut.uri("http"), ProxySettings.none()));
            }
        }
    }

    @Test
    void a_connection_that_is_reset() throws Exception {
        try (LoopbackListener resetting = LoopbackListener.resetting()) {
            assertFailure(TransportFailure.CONNECTION_LOST, failure(resetting.uri("http"), ProxySettings.none()));
            assertFailure(TransportFailure.CONNECTION_LOST, failure(resetting.uri("https"), ProxySettings.none()));
        }
    }

    @Test
    void a_server_that_hangs_up() throws Exception {
        try (LoopbackListener rude = LoopbackListener.answeringAtOnce("")) {
            URI target = URI.create("https://localhost:" + rude.port() + "/");
            assertFailure(TransportFailure.CONNECTION_LOST, failure(target, ProxySettings.none()));
        }
    }

    @Test
    void a_server_that_never_answers() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI target = URI.create("http://localhost:" + silent.getLocalPort() + "/");
            assertThatThrownBy(() -> send(target, ProxySettings.none(), Duration.ofSeconds(2)))
                    .isInstanceOfSatisfying(
                            IOException.class,
                            e -> assertFailure(
                                    TransportFailure.RESPONSE_TIMEOUT,
                                    ConnectionDiagnosis.of(e, target, ProxySettings.none())));
        }
    }

    @Test
    void a_proxy_that_wants_credentials() throws Exception {
        try (LoopbackProxy proxy = LoopbackProxy.requiring("Basic bm9ib2R5Om5vdGhpbmc=")) {
            ProxySettings proxies = through("http://localhost:" + proxy.port());
            URI target = URI.create("https://vault.example.com/");
            HttpResponse<Void> response = send(target, proxies);
            Optional<Failure> failure = ConnectionDiagnosis.ofResponse(response.statusCode(), "", target, proxies);
            assertFailure(TransportFailure.PROXY_AUTHENTICATION_REQUIRED, failure.orElseThrow());
        }
    }

    @Test
    void a_proxy_that_does_not_accept_the_credentials_shows_none_of_them() throws Exception {
        try (LoopbackProxy proxy = LoopbackProxy.requiring("Basic bm9ib2R5Om5vdGhpbmc=")) {
            ProxySettings proxies = through("http://ann:wr0ngpass@localhost:" + proxy.port());
            URI target = URI.create("https://vault.example.com/");
            HttpResponse<Void> response = send(target, proxies);
            assertThat(response.statusCode()).isEqualTo(407);
            assertThat(ConnectionDiagnosis.ofResponse(407, "", target, proxies)
                            .orElseThrow()
                            .toString())
                    .doesNotContain("wr0ngpass");
            assertThat(proxies.toString()).doesNotContain("wr0ngpass");
        }
    }

    @Test
    void a_proxy_that_refuses_with_a_page() throws Exception {
        try (LoopbackProxy proxy = LoopbackProxy.answering(LoopbackProxy.FORBIDDEN_PAGE)) {
            Failure failure =
                    failure(URI.create("https://vault.example.com/"), through("http://localhost:" + proxy.port()));
            assertFailure(TransportFailure.PROXY_REFUSED_CONNECT, failure);
            assertThat(failure.what()).contains("403", "vault.example.com:443", "localhost:" + proxy.port());
        }
    }

    @Test
    void a_page_in_place_of_an_answer() throws Exception {
        try (LoopbackProxy proxy = LoopbackProxy.answering(LoopbackProxy.FORBIDDEN_PAGE)) {
            URI target = URI.create("http://vault.example.com/");
            ProxySettings proxies = ProxySettings.from(Map.of("http_proxy", "localhost:" + proxy.port()));
            HttpResponse<Void> response = send(target, proxies);
            String type = response.headers().firstValue("Content-Type").orElseThrow();
            assertFailure(
                    TransportFailure.PROXY_PAGE,
                    ConnectionDiagnosis.ofResponse(response.statusCode(), type, target, proxies)
                            .orElseThrow());
            assertThat(ConnectionDiagnosis.ofResponse(403, "application/json", target, proxies))
                    .isEmpty();
        }
    }

    @Test
    void a_proxy_that_is_not_there() throws Exception {
        URI target = URI.create("https://vault.example.com/");
        try (ClosedPort port = ClosedPort.hold()) {
            ProxySettings absent = through("http://localhost:" + port.number());
            assertFailure(TransportFailure.PROXY_UNREACHABLE, failure(target, absent));
        }
        assertFailure(TransportFailure.PROXY_UNKNOWN_HOST, failure(target, through("http://nobody.invalid:3128")));
    }

    @Test
    void an_exception_of_an_unknown_sort_shows_its_type_but_not_its_words() {
        Failure failure = ConnectionDiagnosis.of(
                new IOException("at-secret"), URI.create("https://vault.example.com/"), ProxySettings.none());
        assertFailure(TransportFailure.CONNECTION_FAILED, failure);
        assertThat(failure.toString()).doesNotContain("at-secret").contains("IOException");
    }

    private Failure serving(CertificateSpec spec) throws Exception {
        try (LoopbackServer server = new LoopbackServer(ca.issue(spec).serverContext())) {
            return failure(server.uri(), ProxySettings.none());
        }
    }

    private Failure failure(URI target, ProxySettings proxies) throws Exception {
        try {
            HttpResponse<Void> response = send(target, proxies);
            throw new AssertionError("expected no answer, but got " + response.statusCode());
        } catch (IOException e) {
            return ConnectionDiagnosis.of(e, target, proxies);
        }
    }

    private HttpResponse<Void> send(URI target, ProxySettings proxies) throws Exception {
        return send(target, proxies, Duration.ofSeconds(30));
    }

    private HttpResponse<Void> send(URI target, ProxySettings proxies, Duration bound) throws Exception {
        HttpClient client = HttpClients.create(ca.clientContext(), proxies, Duration.ofSeconds(30));
        HttpRequest request = HttpRequest.newBuilder(target).timeout(bound).build();
        return client.send(request, BodyHandlers.discarding());
    }

    private static ProxySettings through(String url) {
        return ProxySettings.from(Map.of("HTTPS_PROXY", url));
    }

    private static PrivateCa authority(String name) {
        Instant now = Instant.now();
        return PrivateCa.create(name, KeyKind.EC, now.minusSeconds(60), now.plusSeconds(3600));
    }

    private static void assertFailure(TransportFailure expected, Failure actual) {
        assertThat(actual.code()).isEqualTo(expected.code());
        assertThat(actual.kind()).isEqualTo(FailureKind.CONNECTIVITY);
        assertThat(actual.what() + actual.why() + actual.fix()).isNotBlank().doesNotContain("%");
    }
}
