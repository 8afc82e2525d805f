package dev.codexrunner.config;

import static dev.codexrunner.config.SettingDraft.setting;
import static dev.codexrunner.config.ValueTypes.choice;
import static dev.codexrunner.config.ValueTypes.path;
import static dev.codexrunner.config.ValueTypes.variableName;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The credential for codex: the settings of {@link TokenConfig}. */
final class TokenSettings {

    static final Setting<TokenSourceKind> TOKEN_SOURCE = token("token-source", "where the access token comes from")
            .byDefault("env")
            .otherwise("vault with a Vault address, else env")
            .as(choice(TokenSourceKind.class));
    static final Setting<TokenKind> TOKEN_KIND = token(
                    "token-kind", "what sort of credential it is meant to be; an API key is billed elsewhere")
            .byDefault("access-token")
            .as(choice(TokenKind.class));
    static final Setting<Optional<Path>> TOKEN_FILE =
            token("token-file", "file with the token, for --token-source file").optional(path());
    static final Setting<String> TOKEN_ENV = token("token-env", "variable with the token, for --token-source env")
            .byDefault("CODEX_ACCESS_TOKEN")
            .as(variableName());
    static final Setting<Optional<Path>> FINGERPRINT_KEY_FILE = token(
                    "fingerprint-key-file", "key for the token's fingerprint in the report")
            .otherwise("no fingerprint")
            .optional(path());

    static final List<Setting<?>> ALL = List.of(TOKEN_SOURCE, TOKEN_KIND, TOKEN_FILE, TOKEN_ENV, FINGERPRINT_KEY_FILE);

    private TokenSettings() {}

    static TokenConfig build(SettingValues values) {
        return new TokenConfig(
                values.get(TOKEN_SOURCE),
                values.get(TOKEN_KIND),
                values.optional(TOKEN_FILE),
                values.get(TOKEN_ENV),
                values.optional(FINGERPRINT_KEY_FILE));
    }

    private static SettingDraft token(String name, String description) {
        return setting(name, SettingGroup.TOKEN, description);
    }
}
