package dev.codexrunner.credential.vault;

import dev.codexrunner.config.VaultAuthMethod;
import dev.codexrunner.testkit.pki.CertificateSpec;
import dev.codexrunner.testkit.pki.IssuedCertificate;
import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.testkit.vault.VaultAdmin;
import dev.codexrunner.testkit.vault.VaultBackend;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A server with the secrets, engines and the AppRole role that the contract talks about. */
final class VaultContractServer {

    static final String TOKEN = "at-contract-\u00e9\u20ac-0123456789";

    private static final String POLICY = """
            path "secret/data/ci/*" { capabilities = ["read"] }
            path "team/kv/data/*" { capabilities = ["read"] }
            path "plain/*" { capabilities = ["read"] }
            """;

    private final VaultBackend backend;
    private final PrivateCa ca;
    private final Path folder;
    private final VaultAdmin admin;
    private final TestJwt issuer = new TestJwt();
    private final IssuedCertificate client;
    private final String roleId;

    VaultContractServer(VaultBackend backend, PrivateCa ca, Path folder) {
        this.backend = backend;
        this.ca = ca;
        this.folder = folder;
        this.client = ca.issue(CertificateSpec.client("runner"));
        admin = new VaultAdmin(backend.address(), backend.rootToken(), ca.clientContext());
        admin.write("sys/policies/acl/runner", Map.of("policy", POLICY));
        admin.write("sys/mounts/secret", Map.of("type", "kv", "options", Map.of("version", "2")));
        admin.write("sys/mounts/team/kv", Map.of("type", "kv", "options", Map.of("version", "2")));
        admin.write("sys/mounts/plain", Map.of("type", "kv", "options", Map.of("version", "1")));
        settle();
        admin.write("secret/data/ci/codex", secret("at-old"));
        admin.write("secret/data/ci/codex", Map.of("data", Map.of("access_token", TOKEN, "count", 5, "blank", "")));
        admin.write("team/kv/data/ci/codex", secret("at-nested"));
        admin.write("plain/ci/codex", Map.of("access_token", "at-plain"));
        admin.write("sys/auth/approle", Map.of("type", "approle"));
        admin.write("auth/approle/role/runner", Map.of("token_policies", "runner", "secret_id_num_uses", 1));
        roleId = admin.read("auth/approle/role/runner/role-id")
                .path("data")
                .path("role_id")
                .stringValue();
    }

    /** Engines of version 2 may still be upgrading right after they were mounted. */
    private void settle() {
        for (String mount : List.of("secret", "team/kv")) {
            int tries = 0;
            while (admin.status("POST", mount + "/data/probe", secret("x")) >= 300 && tries < 200) {
                tries++;
            }
        }
    }

    VaultBackend backend() {
        return backend;
    }

    PrivateCa authority() {
        return ca;
    }

    VaultAdmin admin() {
        return admin;
    }

    TestJwt issuer() {
        return issuer;
    }

    /** The client certificate that the cert login knows. */
    IssuedCertificate client() {
        return client;
    }

    Path folder() {
        return folder;
    }

    String roleId() {
        return roleId;
    }

    /** A fetch that has to say yet how it logs in. */
    VaultScene scene() {
        return new VaultScene(backend.address(), ca.clientContext());
    }

    VaultScene root() {
        return scene().token(backend.rootToken());
    }

    VaultScene jwtScene(String role, String jwt) {
        return scene().jwt(VaultAuthMethod.JWT, role, jwt).mount("ci/jwt");
    }

    /** A fresh secret id, good for one login. */
    String secretId() {
        return admin.write("auth/approle/role/runner/secret-id", Map.of())
                .path("data")
                .path("secret_id")
                .stringValue();
    }

    /** Living tokens besides the root token. */
    long livingLogins() {
        return accessors().size() - 1L;
    }

    /** Names of all living tokens, the root token's among them. */
    List<String> accessors() {
        return admin.read("auth/token/accessors?list=true")
                .path("data")
                .path("keys")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    /** As an operator does who ends all tokens but these. */
    void revokeAllBut(List<String> accessors) {
        accessors().stream()
                .filter(accessor -> !accessors.contains(accessor))
                .forEach(accessor -> admin.write("auth/token/revoke-accessor", Map.of("accessor", accessor)));
    }

    static Map<String, Object> secret(String token) {
        return Map.of("data", Map.of("access_token", token));
    }
}
