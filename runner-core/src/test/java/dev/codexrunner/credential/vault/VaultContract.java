package dev.codexrunner.credential.vault;

import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.testkit.vault.VaultBackend;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One server for the whole contract. Every backend passes all of it; thereby the stand-in earns its place. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class VaultContract implements VaultLoginContract, VaultSecretContract {

    private Optional<VaultContractServer> server = Optional.empty();

    /** Starts the server, or skips the test with the reason why there can be none. */
    abstract VaultBackend start(PrivateCa authority, Path workFolder) throws Exception;

    @BeforeAll
    void setUp(@TempDir Path folder) throws Exception {
        PrivateCa authority = PrivateCa.create();
        VaultBackend backend = start(authority, folder);
        try {
            server = Optional.of(new VaultContractServer(backend, authority, folder));
        } catch (RuntimeException | Error e) {
            backend.close();
            throw e;
        }
    }

    @AfterAll
    void tearDown() {
        server.ifPresent(started -> started.backend().close());
    }

    @Override
    public VaultContractServer server() {
        return server.orElseThrow();
    }
}
