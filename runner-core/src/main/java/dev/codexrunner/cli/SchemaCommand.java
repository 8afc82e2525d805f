package dev.codexrunner.cli;

import dev.codexrunner.config.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code schema}: prints a published JSON Schema; that of findings is made for {@code --output-schema}. */
final class SchemaCommand implements Command {

    private static final String FOLDER = "/dev/codexrunner/contract/";
    private static final List<String> NAMES = List.of("findings", "report", "run-summary", "rotation-check");

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("schema");
        spec.usageMessage()
                .description(
                        "Prints a JSON Schema: findings (for --output-schema; the run then writes report.sarif),",
                        "report, run-summary or rotation-check.");
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .type(String.class)
                .paramLabel("NAME")
                .description(String.join(", ", NAMES))
                .build());
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        String name = arguments.matchedPositionalValue(0, "");
        if (!NAMES.contains(name)) {
            throw CliFailure.WRONG_ARGUMENT
                    .with("schema", Quoted.value(name), "one of " + String.join(", ", NAMES))
                    .asException();
        }
        surroundings.out().print(text(name));
        return 0;
    }

    private static String text(String name) {
        try (InputStream in = SchemaCommand.class.getResourceAsStream(FOLDER + name + ".schema.json")) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks the schema " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
