package dev.codexrunner.transport;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A TLS server on loopback that answers every request with one status and records the headers. */
public final class LoopbackServer implements AutoCloseable {

    private final HttpsServer server;
    private final ConcurrentLinkedQueue<Headers> requests = new ConcurrentLinkedQueue<>();

    public LoopbackServer(SSLContext context, int status, boolean clientMustAuthenticate, String... protocols)
            throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters params) {
                SSLParameters parameters = context.getDefaultSSLParameters();
                parameters.setNeedClientAuth(clientMustAuthenticate);
                if (protocols.length > 0) {
                    parameters.setProtocols(protocols);
                }
                params.setSSLParameters(parameters);
            }
        });
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestHeaders());
            exchange.getResponseHeaders().add("Location", "https://elsewhere.example.com/");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    public LoopbackServer(SSLContext context) throws IOException {
        this(context, 200, false);
    }

    public URI uri() {
        return uri("localhost");
    }

    public URI uri(String host) {
        return URI.create("https://" + host + ":" + server.getAddress().getPort() + "/");
    }

    /** Whether any request came through. */
    public boolean wasAsked() {
        return !requests.isEmpty();
    }

    List<Headers> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
