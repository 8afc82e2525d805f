package dev.codexrunner.credential.vault;

import dev.codexrunner.testkit.vault.VaultFault;
import java.time.Duration;
import java.util.Map;

/** A session of a rotator at the stand-in, with one version at {@value #PATH}. What came before is forgotten. */
final class VaultSessionScene implements AutoCloseable {

    static final String PATH = "secret/ci/codex";
    static final String WRITE = "POST secret/data/ci/codex";
    static final int MANY = 1000;

    /** How long a request of a {@link #session()} may take. */
    Duration bound = Duration.ofSeconds(30);

    final VaultStandInScene scene = new VaultStandInScene();

    VaultSessionScene() {
        scene.admin.write(
                "sys/policies/acl/runner",
                Map.of("policy", "path \"secret/*\" { capabilities = [\"create\", \"patch\", \"read\", \"update\"] }"));
    }

    /** Logged in; only what follows is recorded. */
    VaultSession session() {
        VaultSession session = scene.fetch().session(() -> bound);
        scene.vault.forgetCalls();
        return session;
    }

    void failWrites(VaultFault fault, int times) {
        scene.vault.fail(fault, times, WRITE);
    }

    /** How many writes the server saw. */
    long writes() {
        return scene.vault.lines().stream().filter(WRITE::equals).count();
    }

    /** A new token in place of version 1's. */
    static WriteResult rewrite(VersionedSecrets kv) {
        return kv.write(PATH, RotationRoles.token("at-2"), 1);
    }

    @Override
    public void close() {
        scene.close();
    }
}
