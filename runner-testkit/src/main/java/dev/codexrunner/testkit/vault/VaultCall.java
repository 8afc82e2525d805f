package dev.codexrunner.testkit.vault;

import java.security.cert.X509Certificate;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One request, as the stand-in saw it.
 *
 * @param method HTTP method
 * @param path decoded path below {@code /v1/}
 * @param query raw query, or empty
 * @param namespace from the header, or empty for the root
 * @param token from the header, or empty
 * @param wrapTtl seconds from the header, 0 where the answer is not to be wrapped
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
        JsonNode body,
        Optional<X509Certificate> certificate) {

    boolean isRead() {
        return method.equals("GET");
    }

    boolean isWrite() {
        return method.equals("POST") || method.equals("PUT");
    }

    String text(String field) {
        return body.path(field).asString("");
    }

    /** Method and path: what a test asserts an order of. */
    public String line() {
        return method + " " + path;
    }
}
