package dev.codexrunner.doctor;

import dev.codexrunner.transport.ConnectionDiagnosis;
import dev.codexrunner.transport.HttpClients;
import dev.codexrunner.transport.ProxySettings;
import dev.codexrunner.transport.TransportFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * Connects to a server as a run would, through the proxy and with the same trust, and asks without any credential.
 *
 * @param status of its answer
 * @param contentType of its answer, or empty
 * @param certificate that it showed; empty without TLS
 */
record Handshake(int status, String contentType, Optional<X509Certificate> certificate) {

    private static final Duration CONNECT_BOUND = Duration.ofSeconds(10);
    private static final Duration ANSWER_BOUND = Duration.ofSeconds(10);

    /**
     * Sends one request and throws its answer's body away.
     *
     * @param method GET or HEAD
     * @throws dev.codexrunner.failure.FailureException one of {@link TransportFailure}
     */
    static Handshake with(URI target, String method, SSLContext trust, ProxySettings proxies) {
        HttpClient client = HttpClients.create(trust, proxies, CONNECT_BOUND);
        HttpRequest request = HttpRequest.newBuilder(target)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(ANSWER_BOUND)
                .build();
        try {
            HttpResponse<Void> response = client.send(request, HttpResponse.BodyHandlers.discarding());
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Handshake(
                    response.statusCode(), type, response.sslSession().flatMap(Handshake::shown));
        } catch (IOException e) {
            throw ConnectionDiagnosis.of(e, target, proxies).asException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TransportFailure.INTERRUPTED.with(target.getHost()).asException();
        }
    }

    private static Optional<X509Certificate> shown(SSLSession session) {
        try {
            Certificate[] chain = session.getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate leaf ? Optional.of(leaf) : Optional.empty();
        } catch (SSLPeerUnverifiedException anonymous) {
            return Optional.empty();
        }
    }

    /** The certificate's issuer and last day. A proxy that opens TLS shows here by its name. */
    String described() {
        return certificate
                .map(leaf -> "certificate until " + Days.of(leaf.getNotAfter().toInstant()) + " by "
                        + leaf.getIssuerX500Principal().getName())
                .orElse("without TLS");
    }
}
