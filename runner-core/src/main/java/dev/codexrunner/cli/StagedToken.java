package dev.codexrunner.cli;

import dev.codexrunner.config.Durations;
import dev.codexrunner.config.TokenConfig;
import dev.codexrunner.credential.FileTokenSource;
import dev.codexrunner.credential.StdinTokenSource;
import dev.codexrunner.credential.TokenSourceFailure;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.secret.Secret;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * Where {@code rotation stage} gets the new token: from a file, else from standard input; typed or pasted without echo where
 * that is a terminal. Never an argument.
 */
final class StagedToken {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final int STANDARD_INPUT = 0;
    private static final int STANDARD_OUTPUT = 1;

    private StagedToken() {}

    /**
     * @param bound how long standard input is waited for
     * @throws FailureException where there is none
     */
    static Secret read(TokenConfig config, Surroundings surroundings, Duration bound) {
        if (config.tokenFile().isPresent()) {
            return new FileTokenSource(config.tokenFile().get()).fetch().token();
        }
        boolean terminal = isTerminal(STANDARD_INPUT);
        Failure late = CliFailure.STAGED_TOKEN_AWAITED.with(Durations.format(bound));
        try {
            return BoundedRead.within(bound, late, () -> terminal ? typed(surroundings) : piped(surroundings));
        } catch (FailureException failed) {
            if (terminal && failed.failure().equals(late)) {
                // The prompt still stands there.
                surroundings.err().println();
            }
            throw failed;
        }
    }

    private static Secret piped(Surroundings surroundings) {
        try {
            return new StdinTokenSource(surroundings.in()).fetch().token();
        } catch (FailureException failed) {
            if (failed.failure().code().equals(TokenSourceFailure.TOKEN_STDIN_EMPTY.code())) {
                throw CliFailure.STAGED_TOKEN_EMPTY.with().asException();
            }
            throw failed;
        }
    }

    @SuppressWarnings("SystemConsoleNull") // From JDK 22 on there is one without a terminal too; that was looked at.
    private static Secret typed(Surroundings surroundings) {
        // With standard output elsewhere the JDK has no way to switch the echo off.
        Console console = isTerminal(STANDARD_OUTPUT) ? System.console() : null;
        if (console == null) {
            throw CliFailure.TOKEN_WOULD_BE_SHOWN.with().asException();
        }
        surroundings.err().print("Paste the new token (it is not shown), then Enter: ");
        surroundings.err().flush();
        char[] typed = console.readPassword();
        String value = typed == null ? "" : new String(typed).strip();
        if (typed != null) {
            Arrays.fill(typed, ' ');
        }
        if (value.isEmpty()) {
            throw CliFailure.TOKEN_NOT_TYPED.with().asException();
        }
        return Secret.of("access-token", value);
    }

    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(DESCRIPTORS.resolve(String.valueOf(descriptor)))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException elsewhere) {
            return false;
        }
    }
}
