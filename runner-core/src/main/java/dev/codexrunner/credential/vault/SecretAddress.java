package dev.codexrunner.credential.vault;

import dev.codexrunner.config.VaultPath;

/**
 * Where the token lies: {@code secret/ci/codex#access_token}.
 *
 * @param path mount and path as {@code vault kv get} takes them, without slashes at the ends
 * @param field the field of the secret; {@value #DEFAULT_FIELD} where the setting names none
 */
record SecretAddress(String path, String field) {

    static final String DEFAULT_FIELD = VaultPath.DEFAULT_FIELD;

    /** Of a path without a field. */
    static SecretAddress ofPath(String path) {
        return parse(path + "#" + DEFAULT_FIELD);
    }

    static SecretAddress parse(String setting) {
        return VaultPath.parse(setting)
                .map(found -> new SecretAddress(found.path(), found.field()))
                .orElseThrow(() -> VaultSecretFailure.VAULT_PATH_INVALID
                        .with(VaultText.clean(setting))
                        .asException());
    }
}
