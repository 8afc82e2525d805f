package dev.codexrunner.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code version}. */
final class VersionCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("version");
        spec.usageMessage().description("Prints the version.");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        surroundings.out().println(line());
        return 0;
    }

    static String line() {
        return "codex-runner %s (Java %s, %s %s)"
                .formatted(version(), Runtime.version(), System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static String version() {
        String version = VersionCommand.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
