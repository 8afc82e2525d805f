package dev.codexrunner.config;

import static dev.codexrunner.config.SettingDraft.setting;
import static dev.codexrunner.config.ValueTypes.choice;
import static dev.codexrunner.config.ValueTypes.codexSetting;
import static dev.codexrunner.config.ValueTypes.name;
import static dev.codexrunner.config.ValueTypes.path;
import static dev.codexrunner.config.ValueTypes.sha256;
import static dev.codexrunner.config.ValueTypes.variableName;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which codex is started and how: the settings of {@link CodexConfig}. */
final class CodexSettings {

    static final Setting<Optional<Path>> CODEX_PATH = codex(
                    "codex-path", "the codex program, or the folder of its npm package")
            .otherwise("looked up on PATH")
            .optional(path());
    static final Setting<Optional<String>> CODEX_SHA256 = codex(
                    "codex-sha256", "digest that the native codex binary must have")
            .optional(sha256());
    static final Setting<Optional<String>> CODEX_VERSION =
            codex("codex-version", "version that codex must report").optional(name("VERSION"));
    static final Setting<Optional<Path>> CODEX_HOME = codex(
                    "codex-home", "CODEX_HOME to use with its config.toml, and to keep")
            .otherwise("a private one, removed at the end")
            .optional(path());
    static final Setting<Optional<String>> MODEL =
            codex("model", "the model").otherwise("codex's own choice").optional(name("MODEL"));
    static final Setting<Optional<String>> PROFILE = codex(
                    "profile", "profile of the given CODEX_HOME; needs --codex-home")
            .optional(name("NAME"));
    static final Setting<Sandbox> SANDBOX = codex("sandbox", "what the agent's commands may touch")
            .byDefault("read-only")
            .as(choice(Sandbox.class));
    /** Not named {@code config}: that is the option for our own file. */
    static final Setting<List<String>> CONFIG = codex("codex-config", "setting handed to codex")
            .fills("config")
            .orShort("-c")
            .listOf(codexSetting());

    static final Setting<List<String>> PASS_ENV =
            codex("pass-env", "variable that codex gets beyond the allow-list").listOf(variableName());
    static final Setting<LoginMode> LOGIN_MODE = codex(
                    "login-mode", "how codex learns the token; stored needs --allow-stored-login")
            .byDefault("env")
            .as(choice(LoginMode.class));

    static final List<Setting<?>> ALL = List.of(
            CODEX_PATH, CODEX_SHA256, CODEX_VERSION, CODEX_HOME, MODEL, PROFILE, SANDBOX, CONFIG, PASS_ENV, LOGIN_MODE);

    private CodexSettings() {}

    static CodexConfig build(SettingValues values) {
        return new CodexConfig(
                values.optional(CODEX_PATH),
                values.optional(CODEX_SHA256),
                values.optional(CODEX_VERSION),
                values.optional(CODEX_HOME),
                values.optional(MODEL),
                values.optional(PROFILE),
                values.get(SANDBOX),
                values.list(CONFIG),
                values.list(PASS_ENV),
                values.get(LOGIN_MODE));
    }

    private static SettingDraft codex(String name, String description) {
        return setting(name, SettingGroup.CODEX, description);
    }
}
