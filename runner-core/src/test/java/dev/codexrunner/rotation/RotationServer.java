package dev.codexrunner.rotation;

import dev.codexrunner.config.KvVersion;
import dev.codexrunner.config.VaultAuthMethod;
import dev.codexrunner.config.VaultConfig;
import dev.codexrunner.config.VaultLoginConfig;
import dev.codexrunner.config.VaultSecretConfig;
import dev.codexrunner.credential.vault.VaultSession;
import dev.codexrunner.credential.vault.VaultWire;
import dev.codexrunner.secret.Secret;
import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.testkit.vault.VaultAdmin;
import dev.codexrunner.testkit.vault.VaultBackend;
import dev.codexrunner.transport.HttpClients;
import dev.codexrunner.transport.Pause;
import dev.codexrunner.transport.ProxySettings;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** A server with a KV 2 engine, a rotator's role with no more than it needs, and a runner's that only reads live. */
final class RotationServer implements AutoCloseable {

    /** What docs/rotation.md states for the rotator, for all paths of these tests. */
    private static final String ROTATOR = """
            path "secret/data/ci/*" { capabilities = ["create", "update", "read"] }
            path "secret/metadata/ci/*" { capabilities = ["create", "update", "patch", "read"] }
            path "secret/destroy/ci/*" { capabilities = ["update"] }
            """;

    private static final int TRIES = 500;

    private final VaultBackend backend;
    private final VaultAdmin admin;
    private final HttpClient http;

    RotationServer(VaultBackend backend, PrivateCa ca) {
        this.backend = backend;
        admin = new VaultAdmin(backend.address(), backend.rootToken(), ca.clientContext());
        http = HttpClients.create(ca.clientContext(), ProxySettings.none(), Duration.ofSeconds(5));
        admin.write("sys/mounts/secret", Map.of("type", "kv", "options", Map.of("version", "2")));
        admin.write("sys/auth/approle", Map.of("type", "approle"));
        role("rotator", ROTATOR);
        role("runner", "path \"secret/data/ci/*\" { capabilities = [\"read\"] }");
        int tries = 0;
        while (admin.status("POST", "secret/data/probe", Map.of("data", Map.of("a", "b"))) >= 300 && tries < TRIES) {
            tries++;
        }
    }

    private void role(String name, String policy) {
        admin.write("sys/policies/acl/" + name, Map.of("policy", policy));
        admin.write("auth/approle/role/" + name, Map.of("token_policies", name, "secret_id_num_uses", 0));
    }

    /** A login of its own. */
    VaultSession session(String role) {
        String roleId = admin.read("auth/approle/role/" + role + "/role-id")
                .path("data")
                .path("role_id")
                .stringValue();
        String secretId = admin.write("auth/approle/role/" + role + "/secret-id", Map.of())
                .path("data")
                .path("secret_id")
                .stringValue();
        ProxySettings direct = ProxySettings.none();
        return VaultSession.open(
                config(roleId, secretId),
                new VaultWire(http, direct, Clock.systemUTC(), Pause.sleeping(), new Random(1)));
    }

    private VaultConfig config(String roleId, String secretId) {
        return new VaultConfig(
                Optional.of(backend.address()),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(30),
                List.of(),
                new VaultLoginConfig(
                        VaultAuthMethod.APPROLE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(roleId),
                        Optional.of(Secret.of("secret-id", secretId)),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new VaultSecretConfig(
                        Optional.of("secret/ci/codex#access_token"), KvVersion.AUTO, OptionalInt.empty()));
    }

    @Override
    public void close() {
        backend.close();
    }
}
