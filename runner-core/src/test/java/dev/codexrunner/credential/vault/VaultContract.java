package dev.codexrunner.credential.vault;

import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.testkit.vault.VaultBackend;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** One server for the whole contract. Every backend passes all of it; thereby the stand-in earns its place. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class VaultContract
        implements VaultLoginContract,
                VaultWrappingContract,
                VaultSecretContract,
                VersionedSecretsContract,
                SecretMetadataContract,
                RotationPolicyContract,
                SessionLifeContract {

    private Optional<VaultContractServer> server = Optional.empty();
    private Optional<TestAbortedException> skipped = Optional.empty();

    /** Starts the server, or skips the test with the reason why there can be none. */
    abstract VaultBackend start(PrivateCa authority, Path workFolder) throws Exception;

    @BeforeAll
    void setUp(@TempDir Path folder) throws Exception {
        PrivateCa authority = PrivateCa.create();
        VaultBackend backend;
        try {
            backend = start(authority, folder);
        } catch (TestAbortedException e) {
            skipped = Optional.of(e);
            return;
        }
        try {
            server = Optional.of(new VaultContractServer(backend, authority, folder));
        } catch (RuntimeException | Error e) {
            backend.close();
            throw e;
        }
    }

    /** One by one: for a class that is skipped as a whole Maven reports neither a number nor the reason. */
    @BeforeEach
    void skipWhereThereIsNoServer() {
        skipped.ifPresent(reason -> {
            throw reason;
        });
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
