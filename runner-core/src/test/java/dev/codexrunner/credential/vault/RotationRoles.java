package dev.codexrunner.credential.vault;

import dev.codexrunner.Repository;
import dev.codexrunner.testkit.vault.VaultAdmin;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The roles of a rotation with exactly the policies that the repository ships, for one secret of the contract's server.
 *
 * @param server to log in at
 * @param path of the live secret, in the mount {@code secret}
 */
record RotationRoles(VaultContractServer server, String path) {

    private static final AtomicInteger SECRETS = new AtomicInteger();

    /** For a secret that no other test knows. */
    static RotationRoles ofFreshSecret(VaultContractServer server) {
        return new RotationRoles(server, "secret/rotation/codex" + SECRETS.incrementAndGet());
    }

    String pending() {
        return path + "/pending";
    }

    String journal() {
        return path + "/rotation";
    }

    /** A login of {@code runner}, {@code checker} or {@code rotator}. */
    VaultSession session(String role) {
        String shipped = Repository.read("docs/vault-policies/" + role + ".hcl");
        return session(role, shipped.replace("MOUNT", "secret").replace("PATH", path.substring("secret/".length())));
    }

    /** A login of a role with a policy of its own. */
    VaultSession session(String role, String policy) {
        return scene(role, policy).session();
    }

    private VaultScene scene(String role, String policy) {
        VaultAdmin admin = server.admin();
        admin.write("sys/policies/acl/" + role, Map.of("policy", policy));
        admin.write("auth/approle/role/codex-" + role, Map.of("token_policies", role));
        String at = "auth/approle/role/codex-" + role + "/";
        String id = admin.read(at + "role-id").path("data").path("role_id").stringValue();
        String secretId = admin.write(at + "secret-id", Map.of())
                .path("data")
                .path("secret_id")
                .stringValue();
        return server.scene().appRole(id, secretId);
    }

    /** Fields with this token. */
    static SecretFields token(String value) {
        return SecretFields.EMPTY.withText("access_token", value);
    }
}
