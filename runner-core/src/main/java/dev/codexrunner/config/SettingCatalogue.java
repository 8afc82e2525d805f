package dev.codexrunner.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every setting there is. Options, variables, keys and documentation all come from here. */
public final class SettingCatalogue {

    private static final List<Setting<?>> ALL = Stream.of(
                    TaskSettings.ALL,
                    CodexSettings.ALL,
                    TokenSettings.ALL,
                    VaultSettings.ALL,
                    VaultLoginSettings.ALL,
                    VaultSecretSettings.ALL,
                    TlsSettings.ALL,
                    LimitSettings.ALL,
                    PolicySettings.ALL,
                    ChangeSettings.ALL,
                    TrustSettings.ALL,
                    ReportSettings.ALL,
                    TelemetrySettings.ALL,
                    RotationSettings.ALL,
                    RotationCheckSettings.ALL)
            .<Setting<?>>flatMap(List::stream)
            .toList();
    private static final Map<String, Setting<?>> BY_NAME = byName();

    private SettingCatalogue() {}

    /** All settings, in the order of their groups. */
    public static List<Setting<?>> all() {
        return ALL;
    }

    public static Optional<Setting<?>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static RunnerConfig build(SettingValues values) {
        return new RunnerConfig(
                TaskSettings.build(values),
                CodexSettings.build(values),
                TokenSettings.build(values),
                VaultSettings.build(values),
                TlsSettings.build(values),
                LimitSettings.build(values),
                PolicySettings.build(values),
                ChangeSettings.build(values),
                TrustSettings.build(values),
                ReportSettings.build(values),
                TelemetrySettings.build(values),
                RotationSettings.build(values),
                RotationCheckSettings.build(values));
    }

    private static Map<String, Setting<?>> byName() {
        Map<String, Setting<?>> map = new LinkedHashMap<>();
        for (Setting<?> setting : ALL) {
            if (map.put(setting.name(), setting) != null) {
                throw new IllegalStateException("two settings are named " + setting.name());
            }
        }
        return map;
    }
}
