package dev.codexrunner.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.codexrunner.testkit.network.ClosedPort;
import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.transport.ProxySettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What doctor says of a collector that codex itself would never say a word of. */
class TelemetryCheckTest {

    private final Findings found = new Findings();
    private final PrivateCa ca = PrivateCa.create();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        found.close();
    }

    @Test
    void without_a_collector_nothing_is_asked() throws IOException {
        assertThat(check()).isEqualTo(new CheckResult.Passed("off; codex sends none"));
    }

    @Test
    void a_collector_over_http_is_asked_where_data_would_go_and_gets_no_header_of_ours() throws IOException {
        Queue<String> asked = new ConcurrentLinkedQueue<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/otlp/v1/metrics", exchange -> {
            asked.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("x-api-key"));
            exchange.sendResponseHeaders(405, -1);
            exchange.close();
        });
        collector.start();
        try {
            String base = "http://127.0.0.1:" + collector.getAddress().getPort();
            assertThat(check("otel-endpoint", base + "/otlp/")).isInstanceOf(CheckResult.Passed.class);
            assertThat(asked).containsExactly("/otlp/v1/metrics null");
            assertThat(codeOf(check("otel-endpoint", base + "/elsewhere"))).isEqualTo("collector-without-otlp");
        } finally {
            collector.stop(0);
        }
    }

    @Test
    void a_collector_that_is_not_there_is_told_by_the_connections_own_failure() throws IOException {
        try (ClosedPort closed = ClosedPort.hold()) {
            String address = "http://127.0.0.1:" + closed.number();
            assertThatThrownBy(() -> check("otel-endpoint", address)).hasMessageContaining("connection-refused");
            assertThatThrownBy(() -> check("otel-endpoint", address, "otel-protocol", "grpc"))
                    .hasMessageContaining("connection-refused");
            assertThatThrownBy(() -> check("otel-endpoint", "https://collector.invalid:4317", "otel-protocol", "grpc"))
                    .hasMessageContaining("unknown-host");
        }
    }

    @Test
    void a_collector_over_grpc_shows_its_certificate_and_takes_http_2() throws Exception {
        try (SSLServerSocket collector = tlsServer("h2")) {
            String address = "https://127.0.0.1:" + collector.getLocalPort();
            assertThat(check("otel-endpoint", address, "otel-protocol", "grpc", "ca-bundle", bundle()))
                    .isInstanceOfSatisfying(
                            CheckResult.Passed.class,
                            passed ->
                                    assertThat(passed.detail()).contains("gRPC, certificate until", "CN=Example Corp"));
            assertThatThrownBy(() -> check("otel-endpoint", address, "otel-protocol", "grpc"))
                    .hasMessageContaining("tls-unknown-ca");
        }
    }

    @Test
    void a_server_without_http_2_is_no_collector_for_grpc() throws Exception {
        try (SSLServerSocket collector = tlsServer()) {
            assertThat(codeOf(check(
                            "otel-endpoint",
                            "https://127.0.0.1:" + collector.getLocalPort(),
                            "otel-protocol",
                            "grpc",
                            "ca-bundle",
                            bundle())))
                    .isEqualTo("collector-without-grpc");
        }
    }

    private CheckResult check(String... flags) throws IOException {
        List<String> all = new ArrayList<>(List.of(flags));
        all.addAll(List.of("cd", Files.createDirectories(folder.resolve("work")).toString()));
        Subject subject = Subjects.of(all, Map.of());
        new CaBundleCheck(subject).run(found);
        found.put(ProxySettings.class, ProxySettings.none());
        return new TelemetryCheck(subject).run(found);
    }

    private static String codeOf(CheckResult result) {
        return result instanceof CheckResult.Failed failed ? failed.failure().code() : result.toString();
    }

    private String bundle() throws IOException {
        return ca.writeBundle(folder.resolve("ca.pem")).toString();
    }

    /** Shakes hands with whoever comes. */
    private SSLServerSocket tlsServer(String... protocols) throws IOException {
        SSLServerSocket server = (SSLServerSocket) ca.issueServer()
                .serverContext()
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        SSLParameters parameters = server.getSSLParameters();
        parameters.setApplicationProtocols(protocols);
        server.setSSLParameters(parameters);
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (SSLSocket socket = (SSLSocket) server.accept()) {
                    socket.startHandshake();
                } catch (IOException refusedOrClosed) {
                    // The one who asked says what it was.
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server;
    }
}
