package dev.codexrunner.cli;

import dev.codexrunner.config.ConfigResolver;
import dev.codexrunner.config.ResolvedConfig;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rotation stage}, {@code rotation verify} and so on. */
final class RotationCommand implements Command {

    private final RotationAction action;
    private final UseCases useCases;

    RotationCommand(RotationAction action, UseCases useCases) {
        this.action = action;
        this.useCases = useCases;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name(action.toString());
        spec.usageMessage().description(action.description());
        Options.settings(spec, action::uses);
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        ResolvedConfig config = new ConfigResolver()
                .resolve(Options.sources(action.purpose(), arguments, surroundings, Optional.empty()));
        return useCases.rotation(new UseCases.RotationRequest(action, config), surroundings);
    }
}
