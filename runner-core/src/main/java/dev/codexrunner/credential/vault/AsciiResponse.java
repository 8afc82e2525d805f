package dev.codexrunner.credential.vault;

import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLSession;

/** A response whose body was replaced by ASCII text, made by the handler that the driver brought. */
final class AsciiResponse<T> implements HttpResponse<T> {

    /** The driver compares with exactly this, so that {@code application/json; charset=utf-8} would be refused. */
    private static final HttpHeaders JSON =
            HttpHeaders.of(Map.of("Content-Type", List.of("application/json")), (name, value) -> true);

    private final HttpResponse<byte[]> original;
    private final T body;

    AsciiResponse(HttpResponse<byte[]> original, BodyHandler<T> handler, String ascii) {
        this.original = original;
        BodySubscriber<T> subscriber = handler.apply(new ResponseInfo() {
            @Override
            public int statusCode() {
                return original.statusCode();
            }

            @Override
            public HttpHeaders headers() {
                return JSON;
            }

            @Override
            public Version version() {
                return original.version();
            }
        });
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {}

            @Override
            public void cancel() {}
        });
        subscriber.onNext(List.of(ByteBuffer.wrap(ascii.getBytes(StandardCharsets.US_ASCII))));
        subscriber.onComplete();
        this.body = subscriber.getBody().toCompletableFuture().join();
    }

    @Override
    public int statusCode() {
        return original.statusCode();
    }

    @Override
    public HttpRequest request() {
        return original.request();
    }

    @Override
    public Optional<HttpResponse<T>> previousResponse() {
        return Optional.empty();
    }

    @Override
    public HttpHeaders headers() {
        return JSON;
    }

    @Override
    public T body() {
        return body;
    }

    @Override
    public Optional<SSLSession> sslSession() {
        return original.sslSession();
    }

    @Override
    public URI uri() {
        return original.uri();
    }

    @Override
    public Version version() {
        return original.version();
    }
}
