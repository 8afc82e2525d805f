package dev.codexrunner.cli;

import dev.codexrunner.config.ConfigResolver;
import dev.codexrunner.config.ConfigSources;
import dev.codexrunner.config.PromptSource;
import dev.codexrunner.config.ResolvedConfig;
import dev.codexrunner.failure.Failure;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code exec}: the main job. */
final class ExecCommand implements Command {

    private final UseCases useCases;

    ExecCommand(UseCases useCases) {
        this.useCases = useCases;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("exec");
        spec.usageMessage().description("Runs codex exec once and judges the outcome.");
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .type(String.class)
                .paramLabel("PROMPT")
                .description("the prompt; - reads it from standard input")
                .build());
        Options.settings(spec, Options::ofARun);
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        Optional<String> prompt = Optional.ofNullable(arguments.matchedPositionalValue(0, null));
        ResolvedConfig config = new ConfigResolver()
                .resolve(Options.sources(ConfigSources.Purpose.RUN, arguments, surroundings, prompt));
        PromptSource source = PromptSource.of(prompt, config.config().task().promptFile())
                .orElseThrow(() -> new IllegalStateException("resolved without a prompt"));
        return useCases.exec(new UseCases.ExecRequest(config, source), surroundings);
    }

    /**
     * Tells the job's monitoring of a run that was refused.
     *
     * @param arguments as far as they can be read
     * @return what could not be written
     */
    List<Failure> refused(ParseResult arguments, Surroundings surroundings, Failure why) {
        return useCases.refused(
                new ConfigResolver()
                        .salvage(Options.sources(ConfigSources.Purpose.RUN, arguments, surroundings, Optional.empty())),
                why,
                surroundings);
    }
}
