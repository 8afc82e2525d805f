package dev.codexrunner.testkit.network;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** Stands between a client and an HTTPS server, counts the requests, and lets a test do something at each of them. */
public final class TlsRelay implements AutoCloseable {

    /** HTTP/1.1 between two parties; the client makes its own. */
    private static final Set<String> NOT_FORWARDED =
            Set.of("host", "connection", "content-length", "upgrade", "http2-settings", "transfer-encoding", "expect");

    /** What a test does at a request. */
    public interface Watcher {

        /**
         * Before the request is forwarded.
         *
         * @param number from 1
         * @param request method and path
         */
        void asked(int number, String request);

        /** When the server has done it, and before the client learns of it. */
        void answered(int number, String request);
    }

    private final HttpsServer server;
    private final HttpClient client;
    private final URI target;
    private final Watcher watcher;
    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private TlsRelay(SSLContext own, SSLContext towardsTarget, URI target, Watcher watcher) throws IOException {
        this.target = target;
        this.watcher = watcher;
        this.client = HttpClient.newBuilder().sslContext(towardsTarget).build();
        this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(own));
        server.createContext("/", this::relay);
        server.setExecutor(threads);
        server.start();
    }

    /**
     * @param own with a certificate for localhost
     * @param towardsTarget trusts the target
     */
    public static TlsRelay to(URI target, SSLContext own, SSLContext towardsTarget, Watcher watcher) {
        try {
            return new TlsRelay(own, towardsTarget, target, watcher);
        } catch (IOException e) {
            throw new UncheckedIOException("no port on loopback is free", e);
        }
    }

    public URI address() {
        return URI.create("https://localhost:" + server.getAddress().getPort());
    }

    /** How many requests came so far. */
    public int requests() {
        return requests.get();
    }

    private void relay(HttpExchange exchange) throws IOException {
        try (exchange) {
            int number = requests.incrementAndGet();
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            byte[] body = exchange.getRequestBody().readAllBytes();
            watcher.asked(number, request);
            HttpResponse<byte[]> answer = forward(exchange, body);
            watcher.answered(number, request);
            answer.headers().map().forEach((name, values) -> {
                if (!NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
