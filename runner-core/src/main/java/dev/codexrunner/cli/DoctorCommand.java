package dev.codexrunner.cli;

import dev.codexrunner.config.ConfigResolver;
import dev.codexrunner.config.ConfigSources;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code doctor}: checks each link without a model call. */
final class DoctorCommand implements Command {

    private final UseCases useCases;

    DoctorCommand(UseCases useCases) {
        this.useCases = useCases;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("doctor");
        spec.usageMessage().description("Checks each link of a run without calling a model, and says how to mend it.");
        Options.settings(spec, Options::ofARun);
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        return useCases.doctor(
                new ConfigResolver()
                        .resolve(Options.sources(
                                ConfigSources.Purpose.CHECK, arguments, surroundings, Optional.empty())),
                surroundings);
    }
}
