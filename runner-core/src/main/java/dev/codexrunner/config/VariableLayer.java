package dev.codexrunner.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the variables {@code CODEX_RUNNER_*}. */
final class VariableLayer {

    /** Variables of the prefix that are no settings: they work where no configuration has been read yet. */
    static final Set<String> RESERVED = Set.of("CODEX_RUNNER_DEBUG");

    private VariableLayer() {}

    static void read(Map<String, String> environment, Map<Setting<?>, RawValue> into, UnknownNames unknown) {
        for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
            String name = variable.getKey();
            if (!name.startsWith(Setting.VARIABLE_PREFIX) || RESERVED.contains(name)) {
                continue;
            }
            Origin origin = new Origin.Variable(name);
            String settingName = name.substring(Setting.VARIABLE_PREFIX.length())
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '-');
            SettingCatalogue.named(settingName)
                    .filter(setting -> setting.variable().equals(name))
                    .ifPresentOrElse(
                            setting -> into.putIfAbsent(
                                    setting, new RawValue(texts(setting, variable.getValue()), origin)),
                            () -> unknown.report(settingName, origin, UnknownNames::variableSpelling));
        }
    }

    private static List<String> texts(Setting<?> setting, String value) {
        // A trailing line break comes with every heredoc and block scalar of a CI's own file format.
        return setting.shape() == Setting.Shape.LIST ? setting.split(value.stripTrailing()) : List.of(value);
    }
}
