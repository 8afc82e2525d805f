package dev.codexrunner.testkit.vault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.codexrunner.testkit.pki.PrivateCa;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * A Vault on loopback over TLS that keeps everything in memory: logins, KV 1 and 2, wrapping, policies, namespaces, and
 * the administration that sets them up, as far as codex-runner needs it. It passes the same contract suite as a real
 * server, records what it was asked, and can misbehave on demand.
 */
public final class VaultStandIn implements VaultBackend {

    private final VaultApi api;
    private final FaultInjection faults = new FaultInjection();
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Optional<URI> active = Optional.empty();
    private final List<VaultCall> calls = new CopyOnWriteArrayList<>();

    private VaultStandIn(HttpsServer server, Clock clock) {
        this.server = server;
        this.api = new VaultApi(clock);
    }

    /** Starts on a free port with a certificate of this authority, whose client certificates it accepts as well. */
    public static VaultStandIn start(PrivateCa ca) {
        return start(ca, List.of("TLSv1.3", "TLSv1.2"));
    }

    /** As {@link #start(PrivateCa)}, with these versions of TLS and no other. */
    public static VaultStandIn start(PrivateCa ca, List<String> tlsVersions) {
        try {
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            SSLContext context = ca.serverContextTrustingClients(ca.issueServer());
            server.setHttpsConfigurator(new HttpsConfigurator(context) {
                @Override
                public void configure(HttpsParameters params) {
                    SSLParameters parameters = getSSLContext().getDefaultSSLParameters();
                    parameters.setWantClientAuth(true);
                    parameters.setProtocols(tlsVersions.toArray(String[]::new));
                    params.setSSLParameters(parameters);
                }
            });
            VaultStandIn standIn = new VaultStandIn(server, Clock.systemUTC());
            server.setExecutor(standIn.threads);
            server.createContext("/v1/", standIn::serve);
            server.start();
            return standIn;
        } catch (IOException e) {
            throw new UncheckedIOException("the stand-in for Vault could not listen on loopback", e);
        }
    }

    @Override
    public URI address() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public String rootToken() {
        return api.rootToken();
    }

    @Override
    public void seal() {
        api.setSealed(true);
    }

    @Override
    public void unseal() {
        api.setSealed(false);
    }

    /** The requests so far, in their order. */
    public List<VaultCall> calls() {
        return List.copyOf(calls);
    }

    /** The requests so far as method and path. */
    public List<String> lines() {
        return calls.stream().map(VaultCall::line).toList();
    }

    /** Forgets the requests so far. */
    public void forgetCalls() {
        calls.clear();
    }

    /** Returns once a request with this method and path has come in; the caller's own bound ends a vain wait. */
    public void awaitCall(String line) throws InterruptedException {
        synchronized (calls) {
            while (!lines().contains(line)) {
                calls.wait();
            }
        }
    }

    private void record(VaultCall call) {
        synchronized (calls) {
            calls.add(call);
            calls.notifyAll();
        }
    }

    /** How many tokens live besides the root token. */
    public int livingTokens() {
        return api.tokens().count() - 1;
    }

    /**
     * Answers the next so many requests with a fault.
     *
     * @param prefix how their path starts, or method and path ({@code POST secret/data/})
     */
    public void fail(VaultFault fault, int times, String prefix) {
        faults.add(fault, times, prefix);
    }

    /**
     * From now on as a server before Vault 1.9: a write of custom metadata is answered well and nothing of it is kept,
     * and PATCH is unknown.
     */
    public void dropCustomMetadata() {
        api.dropCustomMetadata();
    }

    /** From now on a standby that sends every request on to the active node. */
    public void standBy(URI activeNode) {
        active = Optional.of(activeNode);
    }

    /** Lets the requests go on that {@link VaultFault#HELD} holds, and all that it would hold later. */
    public void release() {
        faults.release();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            VaultCall call = VaultCall.of(exchange);
            record(call);
            if (active.isPresent()) {
                send(exchange, standby(exchange, active.get()));
                return;
            }
            Optional<VaultFault> fault = faults.take(call);
            if (fault.isEmpty()) {
                send(exchange, api.handle(call));
            } else {
                misbehave(exchange, call, fault.get());
            }
        }
    }

    private static VaultAnswer standby(HttpExchange exchange, URI active) {
        URI asked = exchange.getRequestURI();
        return new VaultAnswer(
                307, "text/plain", Map.of("Location", active.resolve(asked).toString()), "");
    }

    private void misbehave(HttpExchange exchange, VaultCall call, VaultFault fault) throws IOException {
        switch (fault) {
            case RESET -> {} // the caller closes
            case ANSWER_LOST -> api.handle(call);
            case SILENT -> faults.awaitClose();
            case TAKEN_IN_SILENCE -> {
                api.handle(call);
                faults.awaitClose();
            }
            case TAKEN_BEHIND_A_PROXY -> {
                api.handle(call);
                send(exchange, VaultAnswer.html(504));
            }
            case HELD -> {
                faults.awaitRelease();
                send(exchange, api.handle(call));
            }
            case OVERTAKEN -> {
                api.handle(call);
                send(exchange, api.handle(call));
            }
            case ENDLESS -> FaultInjection.sendEndless(exchange);
            case CUT_SHORT -> FaultInjection.sendCutShort(exchange);
            case DRIPPING -> drip(exchange);
            default -> send(exchange, FaultInjection.answer(fault));
        }
    }

    private void drip(HttpExchange exchange) throws IOException {
        try {
            faults.sendDripping(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, VaultAnswer answer) throws IOException {
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        faults.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
