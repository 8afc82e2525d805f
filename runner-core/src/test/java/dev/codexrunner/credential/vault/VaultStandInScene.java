package dev.codexrunner.credential.vault;

import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.testkit.vault.VaultAdmin;
import dev.codexrunner.testkit.vault.VaultStandIn;
import java.util.Map;

/** The stand-in with one secret and one role, for the tests that need its faults or its records. */
final class VaultStandInScene implements AutoCloseable {

    static final String TOKEN = "at-gr\u00fc\u00df-\u20ac-0123456789";

    final PrivateCa ca = PrivateCa.create();
    final VaultStandIn vault = VaultStandIn.start(ca);
    final VaultAdmin admin = new VaultAdmin(vault.address(), vault.rootToken(), ca.clientContext());
    final String roleId;

    VaultStandInScene() {
        admin.write(
                "sys/policies/acl/runner", Map.of("policy", "path \"secret/data/ci/*\" { capabilities = [\"read\"] }"));
        admin.write("sys/mounts/secret", Map.of("type", "kv", "options", Map.of("version", "2")));
        admin.write("secret/data/ci/codex", Map.of("data", Map.of("access_token", TOKEN)));
        admin.write("sys/auth/approle", Map.of("type", "approle"));
        admin.write("auth/approle/role/runner", Map.of("token_policies", "runner"));
        roleId = admin.read("auth/approle/role/runner/role-id")
                .path("data")
                .path("role_id")
                .stringValue();
    }

    String secretId() {
        return admin.write("auth/approle/role/runner/secret-id", Map.of())
                .path("data")
                .path("secret_id")
                .stringValue();
    }

    /** An AppRole fetch; what came before is forgotten. */
    VaultScene fetch() {
        VaultScene scene = new VaultScene(vault.address(), ca.clientContext()).appRole(roleId, secretId());
        vault.forgetCalls();
        return scene;
    }

    /** As {@link #fetch()}, with the secret id inside a wrapping token. */
    VaultScene wrappedFetch() {
        String wrapping = admin.wrapped("auth/approle/role/runner/secret-id", Map.of());
        return fetch().appRole(roleId, wrapping).wrapped();
    }

    @Override
    public void close() {
        vault.close();
    }
}
