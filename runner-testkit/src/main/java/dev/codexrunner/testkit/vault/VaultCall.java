package dev.codexrunner.testkit.vault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * One request, as the stand-in saw it.
 *
 * @param method HTTP method
 * @param path decoded path below {@code /v1/}
 * @param query raw query, or empty
 * @param namespace from the header, or empty for the root
 * @param token from the header, or empty
 * @param wrapTtl seconds from the header, 0 where the answer is not to be wrapped
 * @param contentType from the header, or empty
 * @param body the JSON body; a missing node where there is none
 * @param certificate the client's certificate
 */
public record VaultCall(
        String method,
        String path,
        String query,
        String namespace,
        String token,
        int wrapTtl,
        String contentType,
        JsonNode body,
        Optional<X509Certificate> certificate) {

    static VaultCall of(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonNode body = text.isBlank() ? MissingNode.getInstance() : VaultAnswer.JSON.readTree(text);
        String query = exchange.getRequestURI().getRawQuery();
        return new VaultCall(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath().substring("/v1/".length()),
                query == null ? "" : query,
                header(exchange, "X-Vault-Namespace").replaceAll("^/|/$", ""),
                header(exchange, "X-Vault-Token"),
                Integer.parseInt("0" + header(exchange, "X-Vault-Wrap-TTL").replaceAll("\\D", "")),
                header(exchange, "Content-Type"),
                body,
                certificateOf(exchange));
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static Optional<X509Certificate> certificateOf(HttpExchange exchange) {
        try {
            return exchange instanceof HttpsExchange https
                            && https.getSSLSession().getPeerCertificates()[0] instanceof X509Certificate shown
                    ? Optional.of(shown)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }

    boolean isRead() {
        return method.equals("GET");
    }

    boolean isWrite() {
        return method.equals("POST") || method.equals("PUT");
    }

    boolean isPatch() {
        return method.equals("PATCH");
    }

    String text(String field) {
        return body.path(field).asString("");
    }

    /** Method and path: what a test asserts an order of. */
    public String line() {
        return method + " " + path;
    }
}
