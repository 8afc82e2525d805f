package dev.codexrunner.credential.vault;

import dev.codexrunner.Repository;
import dev.codexrunner.testkit.vault.VaultAdmin;
import java.util.HashMap;
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
        return session(role, shipped(role));
    }

    private String shipped(String role) {
        return Repository.read("docs/vault-policies/" + role + ".hcl")
                .replace("MOUNT", "secret")
                .replace("PATH", path.substring("secret/".length()));
    }

    /** A login of a role with a policy of its own. */
    VaultSession session(String role, String policy) {
        return scene(role, policy, Map.of()).session();
    }

    /** A login of the rotator, whose role has these settings beside its policy. */
    VaultScene rotator(Map<String, Object> settings) {
        return scene("rotator", shipped("rotator"), settings);
    }

    /** The same, by that name. */
    VaultScene rotator(String name, Map<String, Object> settings) {
        return scene(name, "rotator", shipped("rotator"), settings);
    }

    private VaultScene scene(String role, String policy, Map<String, Object> settings) {
        String name = settings.isEmpty() ? "codex-" + role : "codex-" + role + SECRETS.incrementAndGet();
        return scene(name, role, policy, settings);
    }

    private VaultScene scene(String name, String role, String policy, Map<String, Object> settings) {
        VaultAdmin admin = server.admin();
        admin.write("sys/policies/acl/" + role, Map.of("policy", policy));
        set(name, role, settings);
        String at = "auth/approle/role/" + name + "/";
        String id = admin.read(at + "role-id").path("data").path("role_id").stringValue();
        String secretId = admin.write(at + "secret-id", Map.of())
                .path("data")
                .path("secret_id")
                .stringValue();
        return server.scene().appRole(id, secretId);
    }

    /** Gives that rotator's role other settings, for tokens that it gets from now on. */
    void setRotator(String name, Map<String, Object> settings) {
        set(name, "rotator", settings);
    }

    private void set(String name, String role, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("token_policies", role);
        server.admin().write("auth/approle/role/" + name, all);
    }

    /** Fields with this token. */
    static SecretFields token(String value) {
        return SecretFields.EMPTY.withText("access_token", value);
    }
}
