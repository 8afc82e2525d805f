package dev.codexrunner.config;

import static dev.codexrunner.config.SettingDraft.setting;
import static dev.codexrunner.config.ValueTypes.choice;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whose word the run takes: the settings of {@link TrustConfig}. */
final class TrustSettings {

    static final Setting<Set<TriggerRisk>> ALLOW_UNTRUSTED_TRIGGER = trust(
                    "allow-untrusted-trigger", "risk of the CI's trigger that is accepted")
            .setOf(choice(TriggerRisk.class));
    static final Setting<TeamConfigMode> TEAM_CONFIG = trust(
                    "team-config",
                    "the repository's .codex/ and AGENTS.md: as in the checkout, without .codex/ (off),"
                            + " or from a protected commit (base)")
            .byDefault("off")
            .as(choice(TeamConfigMode.class));
    static final Setting<Optional<String>> TEAM_CONFIG_BASE = trust(
                    "team-config-base", "the protected commit for --team-config base")
            .optional(ValueTypes.commit());

    static final List<Setting<?>> ALL = List.of(ALLOW_UNTRUSTED_TRIGGER, TEAM_CONFIG, TEAM_CONFIG_BASE);

    private TrustSettings() {}

    static TrustConfig build(SettingValues values) {
        return new TrustConfig(
                values.find(ALLOW_UNTRUSTED_TRIGGER).orElse(Set.of()),
                values.get(TEAM_CONFIG),
                values.optional(TEAM_CONFIG_BASE));
    }

    private static SettingDraft trust(String name, String description) {
        return setting(name, SettingGroup.TRUST, description);
    }
}
