package dev.codexrunner.config;

import static dev.codexrunner.config.SettingDraft.setting;
import static dev.codexrunner.config.ValueTypes.choice;
import static dev.codexrunner.config.ValueTypes.name;
import static dev.codexrunner.config.ValueTypes.path;
import static dev.codexrunner.config.ValueTypes.text;

import dev.codexrunner.secret.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How to log in to Vault: the settings of {@link VaultLoginConfig}. */
final class VaultLoginSettings {

    static final Setting<VaultAuthMethod> VAULT_AUTH =
            login("vault-auth", "login method").byDefault("token").as(choice(VaultAuthMethod.class));
    static final Setting<Optional<String>> VAULT_AUTH_MOUNT = login("vault-auth-mount", "where the method is mounted")
            .otherwise("the method's name")
            .optional(name("MOUNT"));
    static final Setting<Optional<Secret>> VAULT_TOKEN =
            login("vault-token", "Vault token, for token").asSecret();
    static final Setting<Optional<Path>> VAULT_TOKEN_FILE =
            login("vault-token-file", "file with the Vault token, for token").optional(path());
    static final Setting<Optional<String>> VAULT_ROLE_ID =
            login("vault-role-id", "role id, for approle").optional(name("ID"));
    static final Setting<Optional<Secret>> VAULT_SECRET_ID = login(
                    "vault-secret-id", "secret id or the wrapping token around it, for approle")
            .asSecret();
    static final Setting<Optional<Path>> VAULT_SECRET_ID_FILE = login(
                    "vault-secret-id-file", "file with the secret id, for approle")
            .optional(path());
    static final Setting<Boolean> VAULT_WRAPPED = login(
                    "vault-wrapped", "the secret id is a response-wrapping token, for approle")
            .asSwitch();
    static final Setting<Optional<String>> VAULT_ROLE =
            login("vault-role", "role, for jwt, kubernetes and cert").optional(name("ROLE"));
    static final Setting<Optional<Secret>> VAULT_JWT =
            login("vault-jwt", "JSON Web Token, for jwt").asSecret();
    static final Setting<Optional<Path>> VAULT_JWT_FILE = login(
                    "vault-jwt-file", "file with the JSON Web Token, for jwt and kubernetes")
            .otherwise("for kubernetes the pod's service account token")
            .optional(path());
    static final Setting<Optional<String>> VAULT_USERNAME =
            login("vault-username", "user name, for userpass and ldap").optional(text("NAME"));
    static final Setting<Optional<Secret>> VAULT_PASSWORD =
            login("vault-password", "password, for userpass and ldap").asSecret();
    static final Setting<Optional<Path>> VAULT_PASSWORD_FILE = login(
                    "vault-password-file", "file with the password, for userpass and ldap")
            .optional(path());

    static final List<Setting<?>> ALL = List.of(
            VAULT_AUTH,
            VAULT_AUTH_MOUNT,
            VAULT_TOKEN,
            VAULT_TOKEN_FILE,
            VAULT_ROLE_ID,
            VAULT_SECRET_ID,
            VAULT_SECRET_ID_FILE,
            VAULT_WRAPPED,
            VAULT_ROLE,
            VAULT_JWT,
            VAULT_JWT_FILE,
            VAULT_USERNAME,
            VAULT_PASSWORD,
            VAULT_PASSWORD_FILE);

    private VaultLoginSettings() {}

    static VaultLoginConfig build(SettingValues values) {
        return new VaultLoginConfig(
                values.get(VAULT_AUTH),
                values.optional(VAULT_AUTH_MOUNT),
                values.optional(VAULT_TOKEN),
                values.optional(VAULT_TOKEN_FILE),
                values.optional(VAULT_ROLE_ID),
                values.optional(VAULT_SECRET_ID),
                values.optional(VAULT_SECRET_ID_FILE),
                values.get(VAULT_WRAPPED),
                values.optional(VAULT_ROLE),
                values.optional(VAULT_JWT),
                values.optional(VAULT_JWT_FILE),
                values.optional(VAULT_USERNAME),
                values.optional(VAULT_PASSWORD),
                values.optional(VAULT_PASSWORD_FILE));
    }

    private static SettingDraft login(String name, String description) {
        return setting(name, SettingGroup.VAULT_LOGIN, description);
    }
}
