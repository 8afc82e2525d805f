package dev.codexrunner.cli;

import dev.codexrunner.config.ConfigSources;
import dev.codexrunner.config.Setting;
import dev.codexrunner.config.SettingCatalogue;
import dev.codexrunner.config.SettingGroup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Options made from the settings' catalogue, and their way back to texts by setting. */
final class Options {

    private static final String CONFIG_FILE = "--config";

    private Options() {}

    /**
     * What a setting is to one command, where that is not what it is to a run.
     *
     * @param placeholder for its value, where that differs too
     */
    record Meaning(Optional<String> placeholder, String description) {

        Meaning(String description) {
            this(Optional.empty(), description);
        }
    }

    static void help(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("show this help")
                .build());
    }

    /** Those that a run has a use for. */
    static boolean ofARun(Setting<?> setting) {
        return setting.group() != SettingGroup.ROTATION && setting.group() != SettingGroup.ROTATION_CHECK;
    }

    /** Adds {@code --config} and one option for each wanted setting, under its group's heading. */
    static void settings(CommandSpec spec, Predicate<Setting<?>> wanted) {
        settings(spec, wanted, Map.of());
    }

    /** @param meanings by name, of settings that mean something else to this command than to a run */
    static void settings(CommandSpec spec, Predicate<Setting<?>> wanted, Map<String, Meaning> meanings) {
        spec.usageMessage().optionListHeading("%nOptions:%n").sortOptions(false).abbreviateSynopsis(true);
        spec.addOption(OptionSpec.builder(CONFIG_FILE)
                .paramLabel("FILE")
                .type(List.class)
                .auxiliaryTypes(Path.class)
                .description("configuration file; none is ever looked for")
                .build());
        int order = 0;
        for (SettingGroup group : SettingGroup.values()) {
            List<Setting<?>> members = SettingCatalogue.all().stream()
                    .filter(setting ->
                            setting.group() == group && setting.flag().isPresent())
                    .filter(wanted)
                    .toList();
            if (!members.isEmpty()) {
                ArgGroupSpec.Builder heading =
                        ArgGroupSpec.builder().validate(false).order(order++).heading("%n" + group.title() + ":%n");
                members.forEach(setting -> heading.addArg(option(setting, meanings)));
                spec.addArgGroup(heading.build());
            }
        }
    }

    /** Everything the command line, the environment and the file say. */
    static ConfigSources sources(
            ConfigSources.Purpose purpose, ParseResult arguments, Surroundings surroundings, Optional<String> prompt) {
        return new ConfigSources(purpose, given(arguments), surroundings.environment(), configFile(arguments), prompt);
    }

    /** Values of an option that may be given several times, or none. */
    static List<String> texts(ParseResult arguments, String name) {
        OptionSpec option = arguments.matchedOption(name);
        return option == null ? List.of() : List.copyOf(option.stringValues());
    }

    private static Optional<Path> configFile(ParseResult arguments) {
        List<String> files = texts(arguments, CONFIG_FILE);
        if (files.size() > 1) {
            throw CliFailure.WRONG_ARGUMENT
                    .with(CONFIG_FILE, "given more than once", "one file")
                    .asException();
        }
        return files.stream().findFirst().map(Path::of);
    }

    private static Map<String, List<String>> given(ParseResult arguments) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (Setting<?> setting : SettingCatalogue.all()) {
            setting.flag().filter(arguments::hasMatchedOption).ifPresent(flag -> {
                List<String> texts = new ArrayList<>();
                texts(arguments, flag).forEach(text -> texts.addAll(setting.split(text)));
                given.put(setting.name(), setting.shape() == Setting.Shape.SWITCH ? List.of("true") : texts);
            });
        }
        return given;
    }

    private static OptionSpec option(Setting<?> setting, Map<String, Meaning> meanings) {
        List<String> names = new ArrayList<>();
        setting.shortFlag().ifPresent(names::add);
        setting.flag().ifPresent(names::add);
        Meaning meaning =
                Optional.ofNullable(meanings.get(setting.name())).orElseGet(() -> new Meaning(describe(setting)));
        OptionSpec.Builder option =
                OptionSpec.builder(names.toArray(String[]::new)).description(meaning.description());
        if (setting.shape() == Setting.Shape.SWITCH) {
            return option.type(boolean.class).arity("0").build();
        }
        // A list even where one value is wanted: a second one is then reported with everything else that is wrong.
        return option.type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel(meaning.placeholder().orElseGet(setting::placeholder))
                .build();
    }

    private static String describe(Setting<?> setting) {
        StringBuilder text = new StringBuilder(setting.description());
        if (setting.shape() == Setting.Shape.LIST) {
            text.append(" (repeatable)");
        }
        if (setting.shape() != Setting.Shape.SWITCH
                && !setting.defaultDescription().isEmpty()) {
            text.append(" [").append(setting.defaultDescription()).append(']');
        }
        return text.toString().replace("%", "%%");
    }
}
