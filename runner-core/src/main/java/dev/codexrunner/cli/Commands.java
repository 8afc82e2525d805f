package dev.codexrunner.cli;

import dev.codexrunner.failure.FailureKind;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The commands that there are; a new one is added here. */
final class Commands {

    static final String PROGRAM = "codex-runner";

    private Commands() {}

    static CommandSpec root(UseCases useCases) {
        CommandSpec root = CommandSpec.create().name(PROGRAM);
        root.usageMessage()
                .description("Runs codex exec in CI: token from Vault, company CA, a verdict that can be trusted.")
                .synopsisSubcommandLabel("COMMAND")
                .commandListHeading("%nCommands:%n")
                .optionListHeading("%nOptions:%n")
                .footer(exitCodes());
        Options.help(root);
        root.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("print the version")
                .build());
        for (Command command : List.of(
                new ExecCommand(useCases),
                new ReplayCommand(useCases),
                new DoctorCommand(useCases),
                new RedactCommand(),
                new SchemaCommand(),
                new VersionCommand())) {
            add(root, command);
        }
        root.addSubcommand("rotation", rotation(useCases));
        root.addSubcommand("report", report());
        root.addSubcommand("config", config());
        return root;
    }

    private static CommandSpec report() {
        CommandSpec report = CommandSpec.create();
        report.usageMessage()
                .description("Works on the reports of earlier runs.")
                .synopsisSubcommandLabel("COMMAND")
                .commandListHeading("%nCommands:%n");
        Options.help(report);
        add(report, new ReportIndexCommand());
        return report;
    }

    private static CommandSpec config() {
        CommandSpec config = CommandSpec.create();
        config.usageMessage()
                .description("Shows or checks the configuration.")
                .synopsisSubcommandLabel("COMMAND")
                .commandListHeading("%nCommands:%n");
        Options.help(config);
        add(config, new ConfigShowCommand());
        add(config, new ConfigValidateCommand());
        return config;
    }

    private static CommandSpec rotation(UseCases useCases) {
        CommandSpec rotation = CommandSpec.create();
        rotation.usageMessage()
                .description("Replaces the access token in Vault, step by step; docs/rotation.md tells the whole way.")
                .synopsisSubcommandLabel("COMMAND")
                .commandListHeading("%nCommands, in their order:%n")
                .footer(RotationHelp.footer());
        Options.help(rotation);
        for (RotationAction action : RotationAction.values()) {
            add(rotation, new RotationCommand(action, useCases));
        }
        return rotation;
    }

    private static void add(CommandSpec parent, Command command) {
        CommandSpec spec = command.spec();
        Options.help(spec);
        parent.addSubcommand(spec.name(), spec);
    }

    private static String[] exitCodes() {
        StringBuilder text = new StringBuilder("%nExit codes:%n");
        for (FailureKind kind : FailureKind.values()) {
            String code = kind == FailureKind.CANCELLED ? "128+n" : Integer.toString(kind.exitCode());
            text.append("  %5s  %s".formatted(code, ExitCodes.meaning(kind))).append("%n");
        }
        text.append("%nEvery option is also a variable CODEX_RUNNER_* and a key of the file given by --config.%n")
                .append("Secrets are never arguments: variables or files only. See docs/configuration.md.");
        return text.toString().split("%n", -1);
    }
}
