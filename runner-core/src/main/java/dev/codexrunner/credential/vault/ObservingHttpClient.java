package dev.codexrunner.credential.vault;

import dev.codexrunner.transport.BoundedBody;
import dev.codexrunner.transport.RetryAfter;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * The client that the driver is given for one request. It sends through the real one, within a deadline and a size,
 * keeps what came back (the driver drops headers, statuses and causes), and hands the driver a body in pure ASCII:
 * the driver decodes with the JVM's default charset, which under {@code LC_ALL=C} on JDK 17 is no UTF-8.
 */
final class ObservingHttpClient extends HttpClient {

    /** Vault itself refuses to store half of this in one secret. */
    static final int LARGEST_BODY = 4 * 1024 * 1024;

    private final HttpClient delegate;
    private final ResponseWait wait;
    private final Clock clock;
    private final List<String> redirectHosts;
    private @Nullable VaultReply reply;
    private @Nullable IOException problem;
    private @Nullable URI asked;
    private boolean interrupted;

    /** @param redirectHosts hosts beside the one that is asked where a standby may send us on to */
    ObservingHttpClient(HttpClient delegate, ResponseWait wait, Clock clock, List<String> redirectHosts) {
        this.delegate = delegate;
        this.wait = wait;
        this.clock = clock;
        this.redirectHosts = redirectHosts;
    }

    /** What the server answered; empty where it did not. */
    Optional<VaultReply> reply() {
        return Optional.ofNullable(reply);
    }

    /** Why there was no answer. */
    Optional<IOException> problem() {
        return Optional.ofNullable(problem);
    }

    /** The address that was asked last; another than the server's where a standby sent us on. */
    Optional<URI> asked() {
        return Optional.ofNullable(asked);
    }

    /** Whether an interrupt hung up. */
    boolean wasInterrupted() {
        return interrupted;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        // toASCIIString: the driver leaves a path's non-ASCII letters as they are, and HTTP/1.1 would send '?'.
        HttpRequest sent = HttpRequest.newBuilder(request, (name, value) -> true)
                .uri(URI.create(request.uri().toASCIIString()))
                .version(Version.HTTP_1_1)
                .build();
        try {
            HttpResponse<byte[]> response = answerTo(sent);
            Optional<URI> active = StandbyRedirect.target(
                    sent.uri(), response.statusCode(), response.headers().firstValue("Location"), redirectHosts);
            if (active.isPresent()) {
                response = answerTo(HttpRequest.newBuilder(sent, (name, value) -> true)
                        .uri(active.get())
                        .build());
            }
            String body = text(response.body());
            reply = new VaultReply(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.headers().firstValue("Retry-After").flatMap(value -> RetryAfter.parse(value, clock)),
                    response.headers().firstValue("Location"),
                    body);
            return new AsciiResponse<>(response, handler, AsciiJson.escape(body));
        } catch (IOException e) {
            problem = e;
            throw e;
        } catch (InterruptedException e) {
            interrupted = true;
            throw e;
        }
    }

    /** The JDK gives null, and not an empty array, for a proxy's 407. */
    private static String text(byte @Nullable [] body) {
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> answerTo(HttpRequest request) throws IOException, InterruptedException {
        asked = request.uri();
        return wait.on(delegate.sendAsync(request, info -> new BoundedBody(LARGEST_BODY)));
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        throw new UnsupportedOperationException("the driver sends synchronously");
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> pushPromises) {
        throw new UnsupportedOperationException("the driver sends synchronously");
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return delegate.cookieHandler();
    }

    @Override
    public Optional<java.time.Duration> connectTimeout() {
        return delegate.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return delegate.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return delegate.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return delegate.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return delegate.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return delegate.authenticator();
    }

    @Override
    public Version version() {
        return delegate.version();
    }

    @Override
    public Optional<Executor> executor() {
        return delegate.executor();
    }
}
