package dev.codexrunner.testkit.vault;

import java.net.URI;
import java.util.Map;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;

/** Initialises, seals and unseals a real server over its API, wherever it runs; holds its root token and its one key. */
public final class VaultOperator {

    private static final int TRIES = 400;

    private final URI address;
    private final SSLContext tls;
    private String rootToken = "";
    private String unsealKey = "";

    public VaultOperator(URI address, SSLContext tls) {
        this.address = address;
        this.tls = tls;
    }

    /** Makes a fresh server ready to serve. */
    public void initialise() {
        JsonNode init = admin("").write("sys/init", Map.of("secret_shares", 1, "secret_threshold", 1));
        rootToken = init.path("root_token").stringValue();
        unsealKey = init.path("keys").path(0).stringValue();
        unseal();
    }

    public URI address() {
        return address;
    }

    /** Empty before {@link #initialise()}. */
    public String rootToken() {
        return rootToken;
    }

    public void seal() {
        admin(rootToken).write("sys/seal", Map.of());
    }

    /** Unseals it and waits until it serves. */
    public void unseal() {
        VaultAdmin admin = admin("");
        admin.write("sys/unseal", Map.of("key", unsealKey));
        for (int tries = 0; tries < TRIES; tries++) {
            if (admin.status("GET", "sys/health", Map.of()) == 200) {
                return;
            }
        }
        throw new IllegalStateException("the server at " + address + " did not become active");
    }

    private VaultAdmin admin(String token) {
        return new VaultAdmin(address, token, tls);
    }
}
