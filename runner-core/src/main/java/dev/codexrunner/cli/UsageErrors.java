package dev.codexrunner.cli;

import dev.codexrunner.config.Quoted;
import dev.codexrunner.config.Suggestions;
import dev.codexrunner.failure.Failure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns picocli's complaints into failures of our own shape, without repeating values that could be secrets. */
final class UsageErrors {

    private UsageErrors() {}

    static Failure failure(ParameterException complaint) {
        CommandSpec spec = complaint.getCommandLine().getCommandSpec();
        String command = spec.qualifiedName();
        if (complaint instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), spec, command);
        }
        if (complaint instanceof MissingParameterException missing) {
            String names = missing.getMissing().stream().map(UsageErrors::name).collect(Collectors.joining(" and "));
            return isValue(missing)
                    ? CliFailure.VALUE_MISSING.with(names, command)
                    : CliFailure.MISSING_ARGUMENT.with(names, command);
        }
        ArgSpec argument = complaint.getArgSpec();
        String value = complaint.getValue();
        return CliFailure.WRONG_ARGUMENT.with(
                argument == null ? command : name(argument),
                value == null ? "given more than once, or with a value that it does not take" : Quoted.value(value),
                "given as in " + command + " --help");
    }

    static Failure commandMissing(CommandSpec spec) {
        return spec.parent() == null
                ? CliFailure.COMMAND_MISSING.with()
                : CliFailure.MISSING_ARGUMENT.with("A command (" + commands(spec) + ")", spec.qualifiedName());
    }

    /** Whether the option stands there and only its value is missing; picocli tells the two apart in its words only. */
    private static boolean isValue(MissingParameterException missing) {
        return missing.getMissing().stream().noneMatch(ArgSpec::required)
                || String.valueOf(missing.getMessage()).contains("parameter for option");
    }

    private static Failure unmatched(String argument, CommandSpec spec, String command) {
        if (argument.startsWith("-") && argument.length() > 1) {
            String option = argument.split("=", 2)[0];
            List<String> names =
                    spec.options().stream().map(OptionSpec::longestName).toList();
            String advice = optionOfAnother(option, spec)
                    .or(() -> Suggestions.nearest(option, names).map(near -> "Did you mean " + near + "?"))
                    .orElse(takesArguments(spec) ? "A prompt that starts with a dash goes after --." : "Remove it.");
            return CliFailure.UNKNOWN_OPTION.with(Quoted.value(option), command, advice);
        }
        if (TokenLike.test(argument)) {
            return CliFailure.TOKEN_AS_ARGUMENT.with(command);
        }
        if (!spec.subcommands().isEmpty()) {
            String advice = Suggestions.nearest(argument, spec.subcommands().keySet())
                    .map(near -> "Did you mean " + command + " " + near + "?")
                    .orElse("Choose one of them.");
            return CliFailure.UNKNOWN_COMMAND.with(Quoted.value(argument), commands(spec), advice, command);
        }
        return (takesArguments(spec) ? CliFailure.UNEXPECTED_ARGUMENT : CliFailure.NO_ARGUMENTS_TAKEN)
                .with(Quoted.value(argument), command);
    }

    private static boolean takesArguments(CommandSpec spec) {
        return !spec.positionalParameters().isEmpty();
    }

    /** The steps of a rotation look alike, but each has options of its own. */
    private static Optional<String> optionOfAnother(String option, CommandSpec spec) {
        if (spec.parent() == null || spec.parent().parent() == null || spec.findOption(option) != null) {
            return Optional.empty();
        }
        return spec.parent().subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(sibling -> sibling.findOption(option) != null)
                .map(CommandSpec::qualifiedName)
                .reduce((one, other) -> one + ", " + other)
                .map(owners -> option + " belongs to " + owners + ".");
    }

    private static String commands(CommandSpec spec) {
        return String.join(", ", spec.subcommands().keySet());
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
