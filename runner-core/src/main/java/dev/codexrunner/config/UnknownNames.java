package dev.codexrunner.config;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Says of a name that is no setting what was probably meant. */
final class UnknownNames {

    private final RemovedSettings removed;
    private final Problems problems;

    UnknownNames(RemovedSettings removed, Problems problems) {
        this.removed = removed;
        this.problems = problems;
    }

    /**
     * @param name the name in the catalogue's spelling
     * @param spelling how a setting's name is written where this one was found
     */
    void report(String name, Origin origin, Function<String, String> spelling) {
        removed.named(name)
                .ifPresentOrElse(
                        old -> problems.add(
                                ConfigFailure.REMOVED_SETTING,
                                origin.describe(),
                                old.since(),
                                spelling.apply(old.successor())),
                        () -> problems.add(ConfigFailure.UNKNOWN_SETTING, origin.describe(), advice(name, spelling)));
    }

    private static String advice(String name, Function<String, String> spelling) {
        if (name.equals("config")) {
            return "The configuration file is named by the option --config only; codex's own settings by "
                    + spelling.apply(CodexSettings.CONFIG.name()) + ".";
        }
        List<String> names = SettingCatalogue.all().stream().map(Setting::name).toList();
        return Suggestions.nearest(name, names)
                .map(near -> "Did you mean " + spelling.apply(near) + "?")
                .orElse("Remove it.");
    }

    static String variableSpelling(String name) {
        return Setting.VARIABLE_PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
