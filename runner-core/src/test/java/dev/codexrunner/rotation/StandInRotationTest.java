package dev.codexrunner.rotation;

import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.testkit.vault.VaultBackend;
import dev.codexrunner.testkit.vault.VaultStandIn;
import java.nio.file.Path;
import java.util.Optional;

/** Against the stand-in for Vault. */
class StandInRotationTest extends VaultRotationContract {

    @Override
    Optional<VaultBackend> start(PrivateCa authority, Path workFolder) {
        return Optional.of(VaultStandIn.start(authority));
    }

    @Override
    public Optional<String> backend() {
        return Optional.of("stand-in");
    }
}
