package dev.codexrunner.testkit.backend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/** The backend on loopback over TLS. Start it, point codex at it with {@link #connection()}, close it. */
public final class CodexBackend implements AutoCloseable {

    private static final int KEPT_MODEL_REQUESTS = 8;

    private final HttpsServer server;
    private final ExecutorService workers;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final TokenIssuer issuer;
    private final CredentialVerifier verifier;
    private final RequestLog log;
    private final TurnPlayer player = new TurnPlayer(closed);
    private final Map<Endpoint, JsonReply> overrides = new ConcurrentHashMap<>();
    private final EndpointFaults faults = new EndpointFaults(closed);
    private final Deque<String> modelRequests = new ArrayDeque<>();
    private volatile ScriptedModel model;

    private CodexBackend(
            HttpsServer server, TokenIssuer issuer, ScriptedModel model, Consumer<HandledRequest> listener) {
        Clock clock = Clock.systemUTC();
        this.server = server;
        this.issuer = issuer;
        this.model = model;
        this.verifier = new CredentialVerifier(clock, issuer);
        this.log = new RequestLog(clock, listener);
        this.workers = Executors.newCachedThreadPool(CodexBackend::daemon);
    }

    /** Starts on a free port. */
    public static CodexBackend start(SSLContext tls, TokenIssuer issuer, ScriptedModel model) throws IOException {
        return start(tls, issuer, model, 0, request -> {});
    }

    /**
     * Starts on the given port; 0 picks a free one.
     *
     * @param listener told of each request once its credential was judged, before it is answered
     */
    public static CodexBackend start(
            SSLContext tls, TokenIssuer issuer, ScriptedModel model, int port, Consumer<HandledRequest> listener)
            throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        CodexBackend backend = new CodexBackend(server, issuer, model, listener);
        server.setExecutor(backend.workers);
        server.createContext("/", backend::handle);
        server.start();
        return backend;
    }

    /** Where codex finds this backend. */
    public CodexConnection connection() {
        return new CodexConnection(server.getAddress().getPort());
    }

    public TokenIssuer issuer() {
        return issuer;
    }

    /** Every request so far, in the order in which they were judged. */
    public List<HandledRequest> requests() {
        return log.snapshot();
    }

    /** What the model was last sent, the latest at the end; a few of them. */
    public List<String> latestModelRequests() {
        synchronized (modelRequests) {
            return List.copyOf(modelRequests);
        }
    }

    private void remember(byte[] body) {
        synchronized (modelRequests) {
            modelRequests.add(new String(body, StandardCharsets.UTF_8));
            if (modelRequests.size() > KEPT_MODEL_REQUESTS) {
                modelRequests.remove();
            }
        }
    }

    /** Plays another script from now on. */
    public void play(ScriptedModel next) {
        this.model = next;
    }

    /** From now on the endpoint answers so, before any check of a credential. */
    public void override(Endpoint endpoint, JsonReply reply) {
        overrides.put(endpoint, reply);
    }

    /** From now on the endpoint fails so, that many times. */
    public void fail(Endpoint endpoint, EndpointFault fault, int times) {
        faults.plan(endpoint, fault, times);
    }

    /** The same, until it is restored. */
    public void fail(Endpoint endpoint, EndpointFault fault) {
        fail(endpoint, fault, Integer.MAX_VALUE);
    }

    /** The endpoint works again. */
    public void restore(Endpoint endpoint) {
        overrides.remove(endpoint);
        faults.forget(endpoint);
    }

    /** All endpoints work again. */
    public void restore() {
        List.of(Endpoint.values()).forEach(this::restore);
    }

    /** Refuses the whole workspace, as an administrator's setting does. */
    public void refuseWorkspace() {
        JsonReply refusal = new JsonReply(403, "{\"detail\":\"Contact your ChatGPT administrator for access\"}");
        for (Endpoint endpoint : List.of(
                Endpoint.WHOAMI,
                Endpoint.ACCOUNTS_CHECK,
                Endpoint.CONFIG_BUNDLE,
                Endpoint.MODELS,
                Endpoint.RESPONSES)) {
            override(endpoint, refusal);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        Optional<Endpoint> endpoint = Endpoint.of(method, path);
        AuthCheck auth = endpoint.map(known -> check(known, exchange, path, body))
                .orElse(new AuthCheck(AuthOutcome.NOT_NEEDED, "no such endpoint"));
        log.add(method, path, endpoint, auth);
        if (endpoint.isEmpty()) {
            new JsonReply(404, "{\"detail\":\"Not Found\"}").send(exchange);
            return;
        }
        JsonReply override = overrides.get(endpoint.get());
        if (faults.play(endpoint.get(), exchange)) {
            return;
        }
        if (override != null) {
            override.send(exchange);
        } else if (!auth.passed()) {
            new JsonReply(
                            auth.status(),
                            "{\"error\":{\"message\":\"" + auth.detail() + "\",\"code\":\"invalid_token\"}}")
                    .send(exchange);
        } else if (endpoint.get() == Endpoint.RESPONSES) {
            remember(body);
            ModelRequest request = ModelRequest.parse(body);
            player.play(model.next(request.userTurn(), request.prompt()), request, exchange);
        } else {
            answer(
                            endpoint.get(),
                            path,
                            verifier.owner(exchange.getRequestHeaders().getFirst("Authorization")))
                    .send(exchange);
        }
    }

    private AuthCheck check(Endpoint endpoint, HttpExchange exchange, String path, byte[] body) {
        return switch (endpoint) {
            case JWKS -> new AuthCheck(AuthOutcome.NOT_NEEDED, "public");
            case TASK_REGISTER -> verifier.checkRegistration(runtimeId(path), body);
            case WHOAMI, ACCOUNTS_CHECK, CONFIG_BUNDLE, MODELS, RESPONSES ->
                verifier.checkAuthorization(
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        exchange.getRequestHeaders().getFirst("ChatGPT-Account-ID"));
        };
    }

    private JsonReply answer(Endpoint endpoint, String path, Workspace workspace) {
        return switch (endpoint) {
            case JWKS -> JsonReply.ok(issuer.jwks());
            case TASK_REGISTER -> JsonReply.ok(Map.of("task_id", verifier.registerTask(runtimeId(path))));
            case WHOAMI ->
                JsonReply.ok(Map.of(
                        "email", workspace.email(),
                        "chatgpt_user_id", workspace.userId(),
                        "chatgpt_account_id", workspace.accountId(),
                        "chatgpt_plan_type", workspace.planType(),
                        "chatgpt_account_is_fedramp", false));
            case ACCOUNTS_CHECK ->
                JsonReply.ok(Map.of(
                        "accounts",
                        List.of(Map.of(
                                "id", workspace.accountId(),
                                "workspace_backend_origin", connection().origin(),
                                "account_routing_override", "NO_CONSTRAINT"))));
            case MODELS -> JsonReply.ok(Map.of("models", List.of()));
            case CONFIG_BUNDLE -> JsonReply.ok(Map.of());
            case RESPONSES -> throw new IllegalStateException("the model answers for itself");
        };
    }

    private static String runtimeId(String path) {
        return path.replaceFirst(".*/agent/", "").replaceFirst("/task/register$", "");
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "codex-backend");
        thread.setDaemon(true);
        return thread;
    }
}
