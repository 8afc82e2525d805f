package dev.codexrunner.config;

import static dev.codexrunner.config.SettingDraft.setting;
import static dev.codexrunner.config.ValueTypes.choice;
import static dev.codexrunner.config.ValueTypes.vaultPath;
import static dev.codexrunner.config.ValueTypes.wholeNumber;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Which secret to read: the settings of {@link VaultSecretConfig}. */
final class VaultSecretSettings {

    static final Setting<Optional<String>> VAULT_PATH = secret(
                    "vault-path", "mount, path and field of the secret, such as secret/ci/codex#access_token")
            .optional(vaultPath());
    static final Setting<KvVersion> VAULT_KV_VERSION = secret("vault-kv-version", "version of the KV engine")
            .byDefault("auto")
            .as(choice(KvVersion.class));
    static final Setting<OptionalInt> VAULT_SECRET_VERSION = secret(
                    "vault-secret-version", "fixed version of the secret, KV v2 only")
            .otherwise("the latest")
            .optionalInt(wholeNumber(1, Integer.MAX_VALUE));

    static final List<Setting<?>> ALL = List.of(VAULT_PATH, VAULT_KV_VERSION, VAULT_SECRET_VERSION);

    private VaultSecretSettings() {}

    static VaultSecretConfig build(SettingValues values) {
        return new VaultSecretConfig(
                values.optional(VAULT_PATH),
                values.get(VAULT_KV_VERSION),
                values.find(VAULT_SECRET_VERSION).orElse(OptionalInt.empty()));
    }

    private static SettingDraft secret(String name, String description) {
        return setting(name, SettingGroup.VAULT_SECRET, description);
    }
}
