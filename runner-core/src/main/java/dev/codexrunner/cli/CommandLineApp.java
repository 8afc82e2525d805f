package dev.codexrunner.cli;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** From arguments to exit code; the one place where a failure becomes text and a number. */
public final class CommandLineApp {

    private static final String DEBUG = "CODEX_RUNNER_DEBUG";

    private final UseCases useCases;
    private final Surroundings surroundings;

    public CommandLineApp(UseCases useCases, Surroundings surroundings) {
        this.useCases = useCases;
        this.surroundings = surroundings;
    }

    /** Runs one command and returns the exit code; never throws. */
    public int run(String... arguments) {
        try {
            SecretArguments.refuse(arguments);
            JvmOptions.refusal(surroundings.environment()).ifPresent(refused -> {
                throw refused.asException();
            });
            return dispatch(commandLine().parseArgs(helpAsOption(arguments)));
        } catch (ParameterException complaint) {
            return show(UsageErrors.failure(complaint), arguments);
        } catch (FailureException failed) {
            return show(failed.failure(), arguments);
        } catch (Throwable bug) {
            int exitCode = show(FailurePrinter.internal(bug), arguments);
            if (!surroundings.environment().getOrDefault(DEBUG, "").isBlank()) {
                FailurePrinter.frames(bug, surroundings.err());
            }
            return exitCode;
        } finally {
            surroundings.out().flush();
            surroundings.err().flush();
        }
    }

    /** {@code help exec} as {@code exec --help}. */
    private static String[] helpAsOption(String... arguments) {
        if (arguments.length == 0 || !arguments[0].equals("help")) {
            return arguments;
        }
        String[] words = Arrays.copyOfRange(arguments, 1, arguments.length + 1);
        words[words.length - 1] = "--help";
        return words;
    }

    private CommandLine commandLine() {
        // @file would read any file into the arguments, and clustered letters would make -cfoo ambiguous.
        return new CommandLine(Commands.root(useCases))
                .setExpandAtFiles(false)
                .setPosixClusteredShortOptionsAllowed(false)
                .setInterpolateVariables(false)
                .setOverwrittenOptionsAllowed(false)
                .setUsageHelpWidth(110);
    }

    private int dispatch(ParseResult parsed) {
        ParseResult innermost = innermost(parsed);
        CommandSpec spec = innermost.commandSpec();
        if (innermost.isUsageHelpRequested()) {
            spec.commandLine().usage(surroundings.out(), CommandLine.Help.Ansi.OFF);
            return FailureKind.SUCCESS.exitCode();
        }
        if (parsed.isVersionHelpRequested()) {
            surroundings.out().println(VersionCommand.line());
            return FailureKind.SUCCESS.exitCode();
        }
        if (spec.userObject() instanceof Command command) {
            return command.run(innermost, surroundings);
        }
        throw UsageErrors.commandMissing(spec).asException();
    }

    private static ParseResult innermost(ParseResult parsed) {
        ParseResult innermost = parsed;
        while (innermost.hasSubcommand()) {
            innermost = innermost.subcommand();
        }
        return innermost;
    }

    private int show(Failure failure, String... arguments) {
        FailurePrinter.print(failure, surroundings.err());
        tellMonitoring(failure, arguments).forEach(lost -> FailurePrinter.print(lost, surroundings.err()));
        return failure.exitCode();
    }

    /** What ends here has no report. */
    private List<Failure> tellMonitoring(Failure failure, String... arguments) {
        try {
            ParseResult parsed =
                    innermost(commandLine().setUnmatchedArgumentsAllowed(true).parseArgs(arguments));
            return parsed.commandSpec().userObject() instanceof ExecCommand exec
                    ? exec.refused(parsed, surroundings, failure)
                    : List.of();
        } catch (RuntimeException unreadable) {
            // Then nobody knows where to.
            return List.of();
        }
    }
}
