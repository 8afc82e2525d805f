package dev.codexrunner.credential.vault;

import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.testkit.vault.VaultBackend;
import dev.codexrunner.testkit.vault.VaultStandIn;
import java.nio.file.Path;

/** The contract against the stand-in. */
final class VaultStandInContractTest extends VaultContract {

    @Override
    VaultBackend start(PrivateCa authority, Path workFolder) {
        return VaultStandIn.start(authority);
    }
}
