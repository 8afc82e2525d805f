package dev.codexrunner.rotation;

import dev.codexrunner.testkit.RealPrograms;
import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.testkit.vault.OpenBaoServer;
import dev.codexrunner.testkit.vault.VaultBackend;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Against a real server; skipped where there is no OpenBao. */
class OpenBaoRotationIT extends VaultRotationContract {

    @Override
    Optional<VaultBackend> start(PrivateCa authority, Path workFolder) throws IOException {
        Optional<Path> binary = RealPrograms.openBao();
        return binary.isPresent()
                ? Optional.of(OpenBaoServer.start(binary.get(), workFolder, authority))
                : Optional.empty();
    }

    @Override
    public Optional<String> backend() {
        return RealPrograms.openBao().map(binary -> "OpenBao");
    }
}
