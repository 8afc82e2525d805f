package dev.codexrunner.credential.vault;

import dev.codexrunner.secret.Secret;
import io.github.jopenlibs.vault.EnvironmentLoader;
import io.github.jopenlibs.vault.Vault;
import io.github.jopenlibs.vault.VaultConfig;
import io.github.jopenlibs.vault.VaultException;
import java.net.http.HttpClient;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets the driver up so that it does what it is told and nothing besides. */
final class DriverSettings {

    /** The driver fills gaps from VAULT_TOKEN, ~/.vault-token, VAULT_SSL_CERT and more: for ours there is nothing. */
    private static final class NoEnvironment extends EnvironmentLoader {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable String loadVariable(String name) {
            return null;
        }
    }

    private DriverSettings() {}

    /**
     * A driver for one request. The namespace is set at each call: set here, the driver logs it to standard error.
     *
     * @param mountDepth segments of the KV mount, for version 2
     */
    static Vault driver(HttpClient http, VaultServer server, Optional<Secret> token, int engineVersion, int mountDepth)
            throws VaultException {
        VaultConfig config = new VaultConfig()
                .environmentLoader(new NoEnvironment())
                .address(server.address())
                .engineVersion(engineVersion)
                .prefixPathDepth(mountDepth)
                .httpClient(http);
        token.ifPresent(secret -> config.token(secret.reveal()));
        return Vault.create(config.build());
    }
}
