package dev.codexrunner.credential.vault;

import dev.codexrunner.testkit.RealPrograms;
import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.testkit.vault.VaultBackend;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The contract against a real server in a container. */
final class VaultContainerIT extends VaultContract {

    private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};

    @Override
    VaultBackend start(PrivateCa authority, Path workFolder) throws IOException {
        DockerRequirement docker = DockerRequirement.fromSystemProperty();
        Optional<Path> binary = RealPrograms.openBao();
        if (binary.isEmpty()) {
            docker.missing("no OpenBao to put into an image: set -Dcodexrunner.bao=PATH,"
                    + " or let scripts/quickstart put it into .tools/openbao");
        }
        if (!isForLinux(binary.orElseThrow())) {
            docker.missing(binary.orElseThrow() + " is no Linux binary, so it cannot run in a container");
        }
        docker.demandDocker();
        return OpenBaoContainer.start(binary.orElseThrow(), workFolder, authority);
    }

    private static boolean isForLinux(Path binary) throws IOException {
        try (InputStream in = Files.newInputStream(binary)) {
            return Arrays.equals(in.readNBytes(ELF.length), ELF);
        }
    }
}
