package dev.codexrunner.cli;

import dev.codexrunner.config.ConfigResolver;
import dev.codexrunner.config.ConfigSources;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code config validate}: checks syntax and combinations without a run; ends with 2 and the list of problems, or with 0. */
final class ConfigValidateCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("validate");
        spec.usageMessage()
                .description("Checks syntax and combinations of the configuration; doctor checks files and services.");
        Options.settings(spec, setting -> true);
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        new ConfigResolver()
                .resolve(Options.sources(ConfigSources.Purpose.CHECK, arguments, surroundings, Optional.empty()))
                .warnings()
                .forEach(warning -> surroundings.err().println("warning: " + warning));
        surroundings
                .out()
                .println(
                        "The configuration is valid: syntax and combinations. codex-runner doctor checks files and services.");
        return 0;
    }
}
