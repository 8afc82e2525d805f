package dev.codexrunner.config;

import static dev.codexrunner.config.SettingDraft.setting;
import static dev.codexrunner.config.ValueTypes.glob;

import java.util.List;

/** Which files a run may change: the settings of {@link ChangeConfig}. */
final class ChangeSettings {

    static final Setting<List<String>> ALLOW_CHANGES = changes(
                    "allow-changes", "files that the run may change; with it, changing any other fails the run")
            .otherwise("all that is not gated")
            .listOf(glob());
    static final Setting<List<String>> DENY_CHANGES =
            changes("deny-changes", "files that the run must not change").listOf(glob());
    static final Setting<List<String>> ALLOW_GATED_CHANGES = changes(
                    "allow-gated-changes",
                    "workflows, build scripts and their like that the run may change, although later steps run them")
            .listOf(glob());
    static final Setting<Boolean> ALLOW_UNCHECKED_CHANGES = changes(
                    "allow-unchecked-changes", "the run may go on where what it changes can't be told")
            .asSwitch();

    static final List<Setting<?>> ALL =
            List.of(ALLOW_CHANGES, DENY_CHANGES, ALLOW_GATED_CHANGES, ALLOW_UNCHECKED_CHANGES);

    private ChangeSettings() {}

    static ChangeConfig build(SettingValues values) {
        return new ChangeConfig(
                values.list(ALLOW_CHANGES),
                values.list(DENY_CHANGES),
                values.list(ALLOW_GATED_CHANGES),
                values.get(ALLOW_UNCHECKED_CHANGES));
    }

    private static SettingDraft changes(String name, String description) {
        return setting(name, SettingGroup.CHANGES, description);
    }
}
