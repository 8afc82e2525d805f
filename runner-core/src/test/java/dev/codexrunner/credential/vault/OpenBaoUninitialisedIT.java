package dev.codexrunner.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codexrunner.testkit.RealPrograms;
import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.testkit.vault.OpenBaoServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OpenBaoUninitialisedIT {

    @Test
    void a_fresh_server_is_told_apart_from_a_sealed_one(@TempDir Path folder) throws IOException {
        Optional<Path> binary = RealPrograms.openBao();
        assumeTrue(binary.isPresent(), "no OpenBao: set -Dcodexrunner.bao=PATH");
        PrivateCa ca = PrivateCa.create();
        try (OpenBaoServer server = OpenBaoServer.startUninitialised(binary.orElseThrow(), folder, ca)) {
            VaultScene scene = new VaultScene(server.address(), ca.clientContext()).appRole("role", "secret");

            assertThat(scene.failure().code()).isEqualTo("vault-not-initialised");
        }
    }
}
