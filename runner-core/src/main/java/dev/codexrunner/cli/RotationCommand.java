package dev.codexrunner.cli;

import dev.codexrunner.config.ConfigResolver;
import dev.codexrunner.config.ResolvedConfig;
import java.util.Map;
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
        Options.settings(spec, action::uses, meanings());
        spec.usageMessage().footer(RotationHelp.footer(action));
        return spec;
    }

    private Map<String, Options.Meaning> meanings() {
        return Map.of(
                "token-file",
                new Options.Meaning("private file with the new token [standard input]"),
                "timeout",
                new Options.Meaning(RotationBounds.description(action)),
                "vault-timeout",
                new Options.Meaning("bound for the login to Vault, and for each request [30s]"),
                "vault-kv-version",
                new Options.Meaning(
                        Optional.of("auto|2"),
                        "auto, or 2 where Vault does not tell; version 1 can't be rotated [auto]"));
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        ResolvedConfig config = new ConfigResolver()
                .resolve(Options.sources(action.purpose(), arguments, surroundings, Optional.empty()));
        return useCases.rotation(new UseCases.RotationRequest(action, config), surroundings);
    }
}
