package dev.codexrunner.config;

import static dev.codexrunner.config.SettingDraft.setting;
import static dev.codexrunner.config.ValueTypes.address;
import static dev.codexrunner.config.ValueTypes.duration;
import static dev.codexrunner.config.ValueTypes.name;
import static dev.codexrunner.config.ValueTypes.path;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How to reach Vault: the settings of {@link VaultConfig}. */
final class VaultSettings {

    static final Setting<Optional<URI>> VAULT_ADDR = vault(
                    "vault-addr", "address of Vault or OpenBao; https, except on loopback")
            .optional(address());
    static final Setting<Optional<String>> VAULT_NAMESPACE = vault(
                    "vault-namespace", "namespace in Vault Enterprise, HCP or OpenBao")
            .optional(name("NAMESPACE"));
    static final Setting<List<Path>> VAULT_CA = vault(
                    "vault-ca", "PEM file with the authorities behind Vault's own TLS")
            .otherwise("the same as --ca-bundle")
            .listOf(path());
    static final Setting<Optional<Path>> VAULT_CLIENT_CERT = vault(
                    "vault-client-cert", "PEM client certificate, for --vault-auth cert or mutual TLS")
            .optional(path());
    static final Setting<Optional<Path>> VAULT_CLIENT_KEY =
            vault("vault-client-key", "its private key, PEM PKCS#8").optional(path());
    static final Setting<Duration> VAULT_TIMEOUT = vault(
                    "vault-timeout", "bound for everything done with Vault before the run")
            .byDefault("30s")
            .as(duration(Duration.ofSeconds(1), Duration.ofMinutes(10)));

    static final Setting<List<String>> VAULT_REDIRECT_HOST = vault(
                    "vault-redirect-host", "another host that a standby of this Vault may send us on to")
            .otherwise("none but the host of --vault-addr")
            .listOf(name("HOST"));

    static final List<Setting<?>> ALL = List.of(
            VAULT_ADDR,
            VAULT_NAMESPACE,
            VAULT_CA,
            VAULT_CLIENT_CERT,
            VAULT_CLIENT_KEY,
            VAULT_TIMEOUT,
            VAULT_REDIRECT_HOST);

    private VaultSettings() {}

    static VaultConfig build(SettingValues values) {
        return new VaultConfig(
                values.optional(VAULT_ADDR),
                values.optional(VAULT_NAMESPACE),
                values.list(VAULT_CA),
                values.optional(VAULT_CLIENT_CERT),
                values.optional(VAULT_CLIENT_KEY),
                values.get(VAULT_TIMEOUT),
                values.list(VAULT_REDIRECT_HOST),
                VaultLoginSettings.build(values),
                VaultSecretSettings.build(values));
    }

    private static SettingDraft vault(String name, String description) {
        return setting(name, SettingGroup.VAULT, description);
    }
}
