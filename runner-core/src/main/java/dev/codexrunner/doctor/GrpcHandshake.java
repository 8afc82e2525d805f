package dev.codexrunner.doctor;

import dev.codexrunner.transport.ConnectionDiagnosis;
import dev.codexrunner.transport.ProxySettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Connects to a gRPC server as codex's exporter does: directly, and HTTP/2 chosen in the TLS handshake. Without TLS there
 * is no more to learn than that somebody listens.
 *
 * @param takesHttp2 whether the server chose it; true without TLS
 * @param certificate that it showed; empty without TLS
 */
record GrpcHandshake(boolean takesHttp2, Optional<X509Certificate> certificate) {

    private static final int BOUND_MS = (int) Duration.ofSeconds(10).toMillis();
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final String HTTP_2 = "h2";

    /** @throws dev.codexrunner.failure.FailureException one of {@link dev.codexrunner.transport.TransportFailure} */
    static GrpcHandshake with(URI target, SSLContext trust) {
        boolean tls = "https".equalsIgnoreCase(target.getScheme());
        int port = target.getPort() >= 0 ? target.getPort() : tls ? HTTPS_PORT : HTTP_PORT;
        try (Socket plain = new Socket()) {
            plain.setSoTimeout(BOUND_MS);
            plain.connect(resolved(target.getHost(), port), BOUND_MS);
            return tls ? secured(plain, target.getHost(), port, trust) : new GrpcHandshake(true, Optional.empty());
        } catch (SocketTimeoutException silent) {
            throw diagnosed(new HttpConnectTimeoutException("no answer"), target);
        } catch (IOException e) {
            throw diagnosed(e, target);
        }
    }

    private static GrpcHandshake secured(Socket plain, String host, int port, SSLContext trust) throws IOException {
        try (SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket(plain, host, port, true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setApplicationProtocols(new String[] {HTTP_2});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            X509Certificate leaf = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return new GrpcHandshake(HTTP_2.equals(socket.getApplicationProtocol()), Optional.of(leaf));
        }
    }

    private static InetSocketAddress resolved(String host, int port) throws UnknownHostException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UnknownHostException(host);
        }
        return address;
    }

    private static RuntimeException diagnosed(IOException thrown, URI target) {
        return ConnectionDiagnosis.of(thrown, target, ProxySettings.none()).asException();
    }

    String described() {
        return new Handshake(0, "", certificate).described();
    }
}
