package dev.codexrunner.cli;

import dev.codexrunner.report.index.RunIndex;
import dev.codexrunner.secret.Redactor;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code report index}: one page over many runs. */
final class ReportIndexCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("index");
        spec.usageMessage()
                .description(
                        "Writes DIR/index.html, an overview over all runs whose report folders lie below DIR:",
                        "verdicts, durations and tokens over time, failures by kind, and a link to each report.");
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .type(String.class)
                .paramLabel("DIR")
                .description("folder with report folders below it")
                .build());
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        RunIndex.Result result =
                RunIndex.write(Path.of(arguments.matchedPositionalValue(0, "")), Clock.systemUTC(), new Redactor());
        surroundings.err().println(result.runs() + (result.runs() == 1 ? " run" : " runs"));
        if (result.unfinished() > 0) {
            surroundings
                    .err()
                    .println("warning: " + result.unfinished()
                            + " did not finish; the page tells how to make their reports.");
        }
        if (result.problems() > 0) {
            surroundings
                    .err()
                    .println("warning: " + result.problems()
                            + " could not be read or were not looked into; the page names them.");
        }
        surroundings.out().println(result.file());
        return 0;
    }
}
