package dev.codexrunner.testkit.vault;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Sets a server up over its API, with the root token; the same way for the stand-in and a real one. */
public final class VaultAdmin {

    private final URI address;
    private final String token;
    private final String namespace;
    private final HttpClient http;

    public VaultAdmin(URI address, String token, SSLContext tls) {
        this(address, token, "", HttpClient.newBuilder().sslContext(tls).build());
    }

    private VaultAdmin(URI address, String token, String namespace, HttpClient http) {
        this.address = address;
        this.token = token;
        this.namespace = namespace;
        this.http = http;
    }

    /** The same within a namespace. */
    public VaultAdmin in(String other) {
        return new VaultAdmin(address, token, other, http);
    }

    /** The same with another token. */
    public VaultAdmin as(String other) {
        return new VaultAdmin(address, other, namespace, http);
    }

    /** Writes, and fails the test where the server does not take it. */
    public JsonNode write(String path, Map<String, ?> body) {
        return demand("POST", path, VaultAnswer.JSON.writeValueAsString(body), 0);
    }

    /** Writes, with the answer inside a wrapping token, which is returned. */
    public String wrapped(String path, Map<String, ?> body) {
        return wrapped(path, body, 60);
    }

    /** As {@link #wrapped(String, Map)}, for so many seconds. */
    public String wrapped(String path, Map<String, ?> body, int ttlSeconds) {
        return demand("POST", path, VaultAnswer.JSON.writeValueAsString(body), ttlSeconds)
                .path("wrap_info")
                .path("token")
                .stringValue();
    }

    public JsonNode read(String path) {
        return demand("GET", path, "", 0);
    }

    /** The status of a request that may fail. */
    public int status(String method, String path, Map<String, ?> body) {
        return send(method, path, VaultAnswer.JSON.writeValueAsString(body), 0).statusCode();
    }

    private JsonNode demand(String method, String path, String body, int wrapTtl) {
        HttpResponse<String> response = send(method, path, body, wrapTtl);
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(
                    method + " " + path + " was answered " + response.statusCode() + ": " + response.body());
        }
        return response.body().isBlank() ? MissingNode.getInstance() : VaultAnswer.JSON.readTree(response.body());
    }

    private HttpResponse<String> send(String method, String path, String body, int wrapTtl) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/v1/" + path))
                .timeout(Duration.ofSeconds(20))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("X-Vault-Token", token);
        }
        if (!namespace.isEmpty()) {
            request.header("X-Vault-Namespace", namespace);
        }
        if (wrapTtl > 0) {
            request.header("X-Vault-Wrap-TTL", String.valueOf(wrapTtl));
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException());
        }
    }
}
