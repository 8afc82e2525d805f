package dev.codexrunner.acceptance;

import dev.codexrunner.testkit.RealPrograms;
import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.testkit.vault.OpenBaoServer;
import dev.codexrunner.testkit.vault.VaultAdmin;
import dev.codexrunner.testkit.vault.VaultBackend;
import dev.codexrunner.testkit.vault.VaultStandIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A Vault server with a KV 2 engine and an AppRole that may read what lies below {@code secret/ci}. */
final class TestVault implements AutoCloseable {

    private static final int TRIES = 500;

    private final VaultBackend server;
    private final VaultAdmin admin;
    private final String roleId;

    private TestVault(VaultBackend server, VaultAdmin admin, String roleId) {
        this.server = server;
        this.admin = admin;
        this.roleId = roleId;
    }

    /** The real server, or, loudly, its stand-in where there is none. */
    static TestVault start(Path folder, PrivateCa ca) throws IOException {
        Optional<Path> binary = RealPrograms.openBao();
        if (binary.isEmpty()) {
            System.err.println("ACCEPTANCE TESTS RUN AGAINST A STAND-IN FOR VAULT: there is no OpenBao. Set"
                    + " -Dcodexrunner.bao=PATH, or let scripts/quickstart put it into .tools/openbao.");
        }
        VaultBackend server =
                binary.isPresent() ? OpenBaoServer.start(binary.get(), folder, ca) : VaultStandIn.start(ca);
        return settingUp(server, ca);
    }

    /** The stand-in, for faults that a real server does not make on demand; see {@link #standIn()}. */
    static TestVault startStandIn(PrivateCa ca) {
        return settingUp(VaultStandIn.start(ca), ca);
    }

    /** As {@link #startStandIn(PrivateCa)}, with these versions of TLS and no other. */
    static TestVault startStandIn(PrivateCa ca, List<String> tlsVersions) {
        return settingUp(VaultStandIn.start(ca, tlsVersions), ca);
    }

    private static TestVault settingUp(VaultBackend server, PrivateCa ca) {
        VaultAdmin admin = new VaultAdmin(server.address(), server.rootToken(), ca.clientContext());
        var unused = admin.write("sys/mounts/secret", Map.of("type", "kv", "options", Map.of("version", "2")));
        unused = admin.write(
                "sys/policies/acl/ci", Map.of("policy", "path \"secret/data/ci/*\" { capabilities = [\"read\"] }"));
        unused = admin.write("sys/auth/approle", Map.of("type", "approle"));
        unused = admin.write(
                "auth/approle/role/ci",
                Map.of("token_policies", "ci", "token_ttl", "5m", "token_max_ttl", "10m", "secret_id_num_uses", 0));
        String roleId = admin.read("auth/approle/role/ci/role-id")
                .path("data")
                .path("role_id")
                .asString("");
        return new TestVault(server, admin, roleId);
    }

    /** To set up what a test needs beyond the usual. */
    VaultAdmin admin() {
        return admin;
    }

    /** To make faults; only of {@link #startStandIn}. */
    VaultStandIn standIn() {
        return (VaultStandIn) server;
    }

    URI address() {
        return server.address();
    }

    String roleId() {
        return roleId;
    }

    /** Stores an access token at {@code secret/PATH}; a fresh KV 2 engine needs a moment until it takes it. */
    void store(String path, String accessToken) {
        Map<String, Object> body = Map.of("data", Map.of("access_token", accessToken));
        for (int tries = 0; tries < TRIES; tries++) {
            if (admin.status("POST", "secret/data/" + path, body) < 300) {
                return;
            }
        }
        throw new IllegalStateException("the KV engine does not take " + path);
    }

    String newSecretId() {
        return admin.write("auth/approle/role/ci/secret-id", Map.of())
                .path("data")
                .path("secret_id")
                .asString("");
    }

    /** A file with a new secret id that only its owner can read. */
    Path writeSecretId(Path file) throws IOException {
        return OwnerOnly.write(file, newSecretId());
    }

    /** The accessors of all tokens that live, the root token's among them. */
    List<String> accessors() {
        return admin.read("auth/token/accessors?list=true")
                .at("/data/keys")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    /** How many tokens live besides the root token. */
    int livingTokens() {
        if (server instanceof VaultStandIn standIn) {
            return standIn.livingTokens();
        }
        return accessors().size() - 1;
    }

    /** Logs in as a runner does; the token lives until it is revoked. */
    String login() {
        return admin.write("auth/approle/login", Map.of("role_id", roleId, "secret_id", newSecretId()))
                .path("auth")
                .path("client_token")
                .asString("");
    }

    void revoke(String token) {
        var unused = admin.write("auth/token/revoke", Map.of("token", token));
    }

    void seal() {
        server.seal();
    }

    void unseal() {
        server.unseal();
    }

    boolean isReal() {
        return !(server instanceof VaultStandIn);
    }

    @Override
    public void close() {
        server.close();
    }

    /** Files that hold a credential. */
    static final class OwnerOnly {

        private OwnerOnly() {}

        static Path write(Path file, String text) throws IOException {
            var mode = java.nio.file.attribute.PosixFilePermissions.asFileAttribute(
                    java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
            return Files.writeString(Files.createFile(file, mode), text);
        }
    }
}
