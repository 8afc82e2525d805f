package dev.codexrunner.credential.vault;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codexrunner.testkit.RealPrograms;
import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.testkit.vault.OpenBaoServer;
import dev.codexrunner.testkit.vault.VaultBackend;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The contract against a real server. */
final class OpenBaoContractIT extends VaultContract {

    @Override
    VaultBackend start(PrivateCa authority, Path workFolder) throws IOException {
        Optional<Path> binary = RealPrograms.openBao();
        assumeTrue(
                binary.isPresent(),
                "no OpenBao: set -Dcodexrunner.bao=PATH, or let scripts/quickstart put it into .tools/openbao");
        return OpenBaoServer.start(binary.orElseThrow(), workFolder, authority);
    }
}
