package dev.codexrunner.config;

import static dev.codexrunner.config.SettingDraft.setting;
import static dev.codexrunner.config.ValueTypes.choice;
import static dev.codexrunner.config.ValueTypes.name;
import static dev.codexrunner.config.ValueTypes.path;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What is allowed beyond the safe defaults: the settings of {@link PolicyConfig}. */
final class PolicySettings {

    static final Setting<Boolean> ALLOW_DANGER_FULL_ACCESS = policy(
                    "allow-danger-full-access", "the sandbox may be switched off")
            .asSwitch();
    static final Setting<Boolean> ALLOW_STORED_LOGIN = policy(
                    "allow-stored-login", "the token may be written into CODEX_HOME")
            .asSwitch();
    static final Setting<List<String>> ALLOW_OVERRIDE = policy(
                    "allow-override", "top-level key of codex's configuration, or variable, that may widen access")
            .listOf(name("KEY"));
    static final Setting<List<String>> ALLOW_MCP =
            policy("allow-mcp", "MCP server that may start, unsandboxed").listOf(name("NAME"));
    static final Setting<List<Path>> ALLOW_CREDENTIAL_FILE = policy(
                    "allow-credential-file", "file that holds a credential and is not to be hidden from the agent")
            .listOf(path());
    static final Setting<Set<FailOn>> FAIL_ON = policy("fail-on", "what fails the run although codex passes over it")
            .setOf(choice(FailOn.class));

    static final List<Setting<?>> ALL = List.of(
            ALLOW_DANGER_FULL_ACCESS, ALLOW_STORED_LOGIN, ALLOW_OVERRIDE, ALLOW_MCP, ALLOW_CREDENTIAL_FILE, FAIL_ON);

    private PolicySettings() {}

    static PolicyConfig build(SettingValues values) {
        return new PolicyConfig(
                values.get(ALLOW_DANGER_FULL_ACCESS),
                values.get(ALLOW_STORED_LOGIN),
                values.list(ALLOW_OVERRIDE),
                values.list(ALLOW_MCP),
                values.list(ALLOW_CREDENTIAL_FILE),
                values.find(FAIL_ON).orElse(Set.of()));
    }

    private static SettingDraft policy(String name, String description) {
        return setting(name, SettingGroup.POLICY, description);
    }
}
