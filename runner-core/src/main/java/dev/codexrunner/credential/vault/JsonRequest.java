package dev.codexrunner.credential.vault;

import dev.codexrunner.secret.Secret;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/**
 * A request that the driver can't make: it has no PATCH, and its own JSON turns a number beyond double into another.
 *
 * @param method HTTP method
 * @param path below {@code /v1/}, as people write it
 * @param contentType of the body
 * @param body JSON text; held as a secret, since it can have one in it
 */
record JsonRequest(String method, String path, String contentType, Secret body) {

    private static final String JSON = "application/json";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    static JsonRequest post(String path, String body) {
        return new JsonRequest("POST", path, JSON, Secret.of("vault-request", body));
    }

    /** RFC 7396: members are merged. Vault takes PATCH with this content type only. */
    static JsonRequest mergePatch(String path, String body) {
        return new JsonRequest("PATCH", path, MERGE_PATCH, Secret.of("vault-request", body));
    }

    VaultExchange.Sending to(VaultServer server, Secret token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(server.address() + "/v1/" + VaultPaths.encode(path)))
                .header("X-Vault-Token", token.reveal())
                .header("X-Vault-Request", "true")
                .header("Content-Type", contentType)
                // By the charset's name: the JVM's default under LC_ALL=C is no UTF-8.
                .method(method, BodyPublishers.ofString(body.reveal(), StandardCharsets.UTF_8));
        server.namespace().ifPresent(name -> request.header("X-Vault-Namespace", name));
        HttpRequest ready = request.build();
        return client -> client.send(ready, BodyHandlers.discarding());
    }
}
