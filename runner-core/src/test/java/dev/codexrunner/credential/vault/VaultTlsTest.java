package dev.codexrunner.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.testkit.pki.PemFiles;
import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.testkit.vault.VaultStandIn;
import dev.codexrunner.tls.CaBundle;
import dev.codexrunner.tls.SslContexts;
import io.github.jopenlibs.vault.SslConfig;
import io.github.jopenlibs.vault.Vault;
import io.github.jopenlibs.vault.VaultConfig;
import io.github.jopenlibs.vault.VaultException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the driver's own handling of PEM files fails (with its reason to be left unused), ours works. */
final class VaultTlsTest {

    private final PrivateCa ca = PrivateCa.create();

    @TempDir
    private Path folder;

    @Test
    void the_authority_may_stand_anywhere_in_the_bundle() throws Exception {
        Path bundle = PemFiles.write(
                folder.resolve("ca.pem"), List.of(PrivateCa.create().certificate(), ca.certificate()));
        try (VaultStandIn vault = VaultStandIn.start(ca)) {
            assertReached(vault, bundle);
            assertThatThrownBy(() -> sealStatusByDriver(vault, bundle)).isInstanceOf(VaultException.class);
        }
    }

    @Test
    void the_drivers_own_pem_handling_does_reach_a_server_of_the_first_authority_over_tls_1_2() throws Exception {
        try (VaultStandIn vault = VaultStandIn.start(ca)) {
            assertThat(sealStatusByDriver(vault, ca.writeBundle(folder.resolve("ca.pem"))))
                    .isEqualTo(200);
        }
    }

    @Test
    void a_server_that_speaks_tls_1_3_only_is_reached() throws Exception {
        Path bundle = ca.writeBundle(folder.resolve("ca.pem"));
        try (VaultStandIn vault = VaultStandIn.start(ca, List.of("TLSv1.3"))) {
            assertReached(vault, bundle);
            assertThatThrownBy(() -> sealStatusByDriver(vault, bundle)).isInstanceOf(VaultException.class);
        }
    }

    @Test
    void an_authority_that_is_not_in_the_bundle_is_refused() throws Exception {
        Path bundle = PrivateCa.create().writeBundle(folder.resolve("ca.pem"));
        try (VaultStandIn vault = VaultStandIn.start(ca)) {
            assertThat(new VaultScene(vault.address(), trusting(bundle))
                            .token("t")
                            .failure()
                            .kind())
                    .isEqualTo(FailureKind.CONNECTIVITY);
            assertThat(vault.lines()).isEmpty();
        }
    }

    /** Far enough to be refused for the token, which is behind TLS. */
    private static void assertReached(VaultStandIn vault, Path bundle) throws IOException {
        assertThat(new VaultScene(vault.address(), trusting(bundle))
                        .token("t")
                        .failure()
                        .code())
                .isEqualTo("vault-token-refused");
    }

    private static SSLContext trusting(Path bundle) {
        return SslContexts.create(Optional.of(CaBundle.read(List.of(bundle), Clock.systemUTC())), Optional.empty());
    }

    private static int sealStatusByDriver(VaultStandIn vault, Path bundle) throws VaultException {
        VaultConfig config = new VaultConfig()
                .address(vault.address().toString())
                .engineVersion(1)
                .sslConfig(new SslConfig().pemFile(bundle.toFile()).build())
                .build();
        return Vault.create(config)
                .logical()
                .read("sys/seal-status")
                .getRestResponse()
                .getStatus();
    }
}
