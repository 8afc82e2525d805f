package dev.codexrunner.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Read values by setting. The cast is safe: a value is only ever put in by its own setting's reader. */
final class SettingValues {

    private final Map<Setting<?>, Object> values;
    private final Map<Setting<?>, Origin> origins;

    SettingValues(Map<Setting<?>, Object> values, Map<Setting<?>, Origin> origins) {
        this.values = Map.copyOf(values);
        this.origins = Map.copyOf(origins);
    }

    @SuppressWarnings("unchecked")
    <T> Optional<T> find(Setting<T> setting) {
        return Optional.ofNullable((T) values.get(setting));
    }

    <T> T get(Setting<T> setting) {
        return find(setting).orElseThrow(() -> new IllegalStateException("no value for " + setting));
    }

    <V> Optional<V> optional(Setting<Optional<V>> setting) {
        return find(setting).orElse(Optional.empty());
    }

    <V> List<V> list(Setting<List<V>> setting) {
        return find(setting).orElse(List.of());
    }

    Origin origin(Setting<?> setting) {
        return origins.getOrDefault(setting, new Origin.Default());
    }

    /** Whether somebody gave it, rightly or wrongly. */
    boolean given(Setting<?> setting) {
        return !(origin(setting) instanceof Origin.Default);
    }

    /** Whether it was given for this program, not by one of Vault's own variables. */
    boolean givenOnPurpose(Setting<?> setting) {
        return given(setting) && !(origin(setting) instanceof Origin.Variable variable && !variable.ours());
    }
}
