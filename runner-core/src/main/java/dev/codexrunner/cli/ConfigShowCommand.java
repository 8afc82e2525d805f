package dev.codexrunner.cli;

import dev.codexrunner.config.ConfigResolver;
import dev.codexrunner.config.ConfigSources;
import dev.codexrunner.config.EffectiveValue;
import dev.codexrunner.config.ExaminedConfig;
import dev.codexrunner.config.Setting;
import dev.codexrunner.failure.Failure;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code config show}: the effective value of each setting with its origin. */
final class ConfigShowCommand implements Command {

    private static final String JSON = "--json";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("show");
        spec.usageMessage().description("Prints the effective value of each setting and where it comes from.");
        // Here --json is about this command's own output and not the setting of that name.
        spec.addOption(OptionSpec.builder(JSON)
                .type(boolean.class)
                .description("print JSON")
                .build());
        Options.settings(spec, setting -> !setting.flag().equals(Optional.of(JSON)));
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        ConfigSources all = Options.sources(ConfigSources.Purpose.CHECK, arguments, surroundings, Optional.empty());
        ExaminedConfig config = new ConfigResolver().examine(withoutOwnJson(all));
        config.warnings().forEach(warning -> surroundings.err().println("warning: " + warning));
        if (arguments.hasMatchedOption(JSON)) {
            surroundings.out().println(ConfigJson.write(config));
        } else {
            print(config, surroundings.out());
        }
        // Whoever looks at a configuration mostly does so because something in it is wrong.
        config.problems().ifPresent(problems -> FailurePrinter.print(problems, surroundings.err()));
        return config.problems().map(Failure::exitCode).orElse(0);
    }

    private static ConfigSources withoutOwnJson(ConfigSources all) {
        Map<String, List<String>> flags = new LinkedHashMap<>(all.flags());
        flags.remove(JSON.substring(2));
        return new ConfigSources(all.purpose(), flags, all.environment(), all.file(), all.prompt());
    }

    private static void print(ExaminedConfig config, PrintStream out) {
        int width = config.values().stream()
                .mapToInt(value -> value.setting().name().length())
                .max()
                .orElse(1);
        for (EffectiveValue value : config.values()) {
            String name = value.setting().name();
            out.println(name + " ".repeat(width - name.length()) + "  " + shown(value) + "  ("
                    + value.origin().describe() + ")");
        }
    }

    private static String shown(EffectiveValue value) {
        if (value.texts().isEmpty()) {
            return "-";
        }
        boolean list = value.setting().shape() == Setting.Shape.LIST;
        return list ? value.texts().toString() : value.texts().get(0);
    }
}
