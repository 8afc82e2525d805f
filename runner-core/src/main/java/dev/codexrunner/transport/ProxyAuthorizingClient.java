package dev.codexrunner.transport;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * Sends the proxy's credentials with the first request, to the proxy only (the JDK drops the header on the way through
 * a tunnel). Not an {@link Authenticator}: with one set, the JDK turns any server's 401 that lacks
 * {@code WWW-Authenticate} into an IOException, and we would lose the status.
 */
final class ProxyAuthorizingClient extends HttpClient {

    private final HttpClient client;
    private final ProxySettings proxies;

    ProxyAuthorizingClient(HttpClient client, ProxySettings proxies) {
        this.client = client;
        this.proxies = proxies;
    }

    private HttpRequest authorized(HttpRequest request) {
        return proxies.proxyFor(request.uri())
                .flatMap(ProxyServer::authorization)
                .map(value -> HttpRequest.newBuilder(request, (name, header) -> true)
                        .setHeader("Proxy-Authorization", value.reveal())
                        .build())
                .orElse(request);
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        return client.send(authorized(request), handler);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        return client.sendAsync(authorized(request), handler);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> pushes) {
        return client.sendAsync(authorized(request), handler, pushes);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return client.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return client.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return client.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return client.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return client.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return client.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return client.authenticator();
    }

    @Override
    public Version version() {
        return client.version();
    }

    @Override
    public Optional<Executor> executor() {
        return client.executor();
    }
}
