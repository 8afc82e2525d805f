package dev.codexrunner.cli;

import dev.codexrunner.config.ConfigResolver;
import dev.codexrunner.config.ConfigSources;
import dev.codexrunner.config.Quoted;
import dev.codexrunner.config.ResolvedConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code replay}: verdict and reports from a recorded stream. */
final class ReplayCommand implements Command {

    private static final String EXIT_CODE = "--codex-exit-code";
    private static final String STDERR = "--codex-stderr";
    private static final String UNKNOWN = "unknown";
    private static final Set<String> SETTINGS =
            Set.of("cd", "output-schema", "require", "fail-on", "report-dir", "progress", "json");

    private final UseCases useCases;

    ReplayCommand(UseCases useCases) {
        this.useCases = useCases;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("replay");
        spec.usageMessage().description("Judges a recorded event stream again and writes its reports.");
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .required(true)
                .type(Path.class)
                .paramLabel("EVENTS.jsonl")
                .description("the recorded stream")
                .build());
        spec.addOption(OptionSpec.builder(EXIT_CODE)
                .type(String.class)
                .paramLabel("N|unknown")
                .description("codex's exit code [unknown: what exit.json beside the stream says, if it is there]")
                .build());
        spec.addOption(OptionSpec.builder(STDERR)
                .type(Path.class)
                .paramLabel("FILE")
                .description("codex's standard error; by default what lies beside the stream")
                .build());
        Options.settings(spec, setting -> SETTINGS.contains(setting.name()));
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        ResolvedConfig config = new ConfigResolver()
                .resolve(Options.sources(ConfigSources.Purpose.RECORDING, arguments, surroundings, Optional.empty()));
        Path events = Path.of(arguments.matchedPositional(0).stringValues().get(0));
        Optional<Path> stderr =
                Options.texts(arguments, STDERR).stream().findFirst().map(Path::of);
        OptionalInt exitCode = exitCode(Options.texts(arguments, EXIT_CODE));
        return useCases.replay(new UseCases.ReplayRequest(config, events, exitCode, stderr), surroundings);
    }

    private static OptionalInt exitCode(List<String> texts) {
        String text = texts.stream().findFirst().orElse(UNKNOWN);
        if (text.equals(UNKNOWN)) {
            return OptionalInt.empty();
        }
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > 255) {
            throw CliFailure.WRONG_ARGUMENT
                    .with(EXIT_CODE, Quoted.value(text), "a whole number from 0 to 255, or unknown")
                    .asException();
        }
        return OptionalInt.of(Integer.parseInt(text));
    }
}
