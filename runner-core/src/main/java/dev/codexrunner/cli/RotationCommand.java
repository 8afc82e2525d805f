package dev.codexrunner.cli;

import dev.codexrunner.config.ConfigResolver;
import dev.codexrunner.config.Durations;
import dev.codexrunner.config.ResolvedConfig;
import dev.codexrunner.rotation.CodexProbe;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rotation stage}, {@code rotation verify} and so on. */
final class RotationCommand implements Command {

    /** What these settings mean here, where it is not what they mean to a run. */
    private static final Map<String, String> DESCRIPTIONS = Map.of(
            "token-file", "private file with the new token [standard input]",
            "timeout",
                    "bound for the tiny run of codex that proves the token ["
                            + Durations.format(CodexProbe.USUAL_TIMEOUT) + "]",
            "vault-kv-version", "auto, or 2 where Vault does not tell; version 1 can't be rotated [auto]");

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
        Options.settings(spec, action::uses, DESCRIPTIONS);
        spec.usageMessage().footer(RotationHelp.footer(action));
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        ResolvedConfig config = new ConfigResolver()
                .resolve(Options.sources(action.purpose(), arguments, surroundings, Optional.empty()));
        return useCases.rotation(new UseCases.RotationRequest(action, config), surroundings);
    }
}
