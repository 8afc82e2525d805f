package dev.codexrunner.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codexrunner.config.VaultAuthMethod;
import dev.codexrunner.testkit.RealPrograms;
import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.testkit.vault.OpenBaoServer;
import dev.codexrunner.testkit.vault.VaultAdmin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OpenBaoMfaIT {

    @Test
    void a_login_that_wants_a_second_factor_is_named_as_such(@TempDir Path folder) throws IOException {
        Optional<Path> binary = RealPrograms.openBao();
        assumeTrue(binary.isPresent(), "no OpenBao: set -Dcodexrunner.bao=PATH");
        PrivateCa ca = PrivateCa.create();
        try (OpenBaoServer server = OpenBaoServer.start(binary.orElseThrow(), folder, ca)) {
            VaultAdmin admin = new VaultAdmin(server.address(), server.rootToken(), ca.clientContext());
            admin.write("sys/auth/userpass", Map.of("type", "userpass"));
            admin.write("auth/userpass/users/bob", Map.of("password", "pw"));
            String factor = admin.write("identity/mfa/method/totp", Map.of("issuer", "example", "period", 30))
                    .path("data")
                    .path("method_id")
                    .stringValue();
            admin.write(
                    "identity/mfa/login-enforcement/all",
                    Map.of("mfa_method_ids", List.of(factor), "auth_method_types", List.of("userpass")));

            assertThat(new VaultScene(server.address(), ca.clientContext())
                            .password(VaultAuthMethod.USERPASS, "bob", "pw")
                            .failure()
                            .code())
                    .isEqualTo("vault-mfa-required");
        }
    }
}
