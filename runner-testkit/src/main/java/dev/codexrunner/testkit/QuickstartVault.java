package dev.codexrunner.testkit;

import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.testkit.vault.VaultAdmin;
import dev.codexrunner.testkit.vault.VaultStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The stand-in for Vault as quickstart sets a real one up: an access token, and an AppRole that may read just that. */
final class QuickstartVault {

    private QuickstartVault() {}

    /**
     * Starts it and writes what a runner needs into the folder: {@code ca.pem}, {@code role-id}, {@code secret-id}.
     *
     * @param accessToken file with the token to store at {@code secret/ci/codex}
     */
    static VaultStandIn start(Path folder, Path accessToken) throws IOException {
        PrivateCa ca = PrivateCa.create();
        VaultStandIn vault = VaultStandIn.start(ca);
        VaultAdmin admin = new VaultAdmin(vault.address(), vault.rootToken(), ca.clientContext());
        var unused = admin.write("sys/mounts/secret", Map.of("type", "kv", "options", Map.of("version", "2")));
        String token = Files.readString(accessToken).strip();
        unused = admin.write("secret/data/ci/codex", Map.of("data", Map.of("access_token", token)));
        unused = admin.write(
                "sys/policies/acl/ci-codex",
                Map.of("policy", "path \"secret/data/ci/codex\" { capabilities = [\"read\"] }"));
        unused = admin.write("sys/auth/approle", Map.of("type", "approle"));
        unused = admin.write(
                "auth/approle/role/ci",
                Map.of(
                        "token_policies",
                        "ci-codex",
                        "token_ttl",
                        "5m",
                        "token_max_ttl",
                        "10m",
                        "secret_id_num_uses",
                        5));
        Path bundle = ca.writeBundle(folder.resolve("ca.pem"));
        if (!Files.isReadable(bundle)) {
            throw new IOException("the bundle was not written: " + bundle);
        }
        PrivateFile.write(
                folder.resolve("role-id"),
                admin.read("auth/approle/role/ci/role-id")
                        .path("data")
                        .path("role_id")
                        .asString());
        PrivateFile.write(
                folder.resolve("secret-id"),
                admin.write("auth/approle/role/ci/secret-id", Map.of())
                        .path("data")
                        .path("secret_id")
                        .asString());
        return vault;
    }
}
