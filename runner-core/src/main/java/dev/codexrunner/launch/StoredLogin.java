package dev.codexrunner.launch;

import dev.codexrunner.secret.Secret;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code --login-mode stored}: codex writes the token into auth.json in its CODEX_HOME, mode 0600. The agent's commands
 * can read that file; {@link LaunchPolicy} asks for a switch.
 */
public final class StoredLogin {

    private final BoundedCommand command;

    /** @param command with the bound for the login */
    public StoredLogin(BoundedCommand command) {
        this.command = command;
    }

    /** Where codex writes about a login, whether it worked or not. It may quote the token: redact it before showing. */
    public static Path log(Path codexHome) {
        return codexHome.resolve("log").resolve("codex-login.log");
    }

    /**
     * Stores the token. It goes through standard input only.
     *
     * @param codex the program
     * @param environment without a token; one there would win over the stored one
     * @param codexHome where the token is stored
     * @param runId the run
     * @param token the token
     * @throws dev.codexrunner.failure.FailureException {@link LaunchFailure#STORED_LOGIN_FAILED} with codex's own reason
     */
    public void store(Path codex, ChildEnvironment environment, Path codexHome, RunId runId, Secret token) {
        BoundedCommand.Result result = command.run(
                codex,
                List.of("login", "--with-access-token"),
                environment.withCodexHome(codexHome),
                codexHome,
                runId,
                token.reveal() + "\n");
        if (!result.succeeded()) {
            throw LaunchFailure.STORED_LOGIN_FAILED
                    .with(reason(result, token), log(codexHome))
                    .asException();
        }
    }

    private static String reason(BoundedCommand.Result result, Secret token) {
        if (result.exit().ending() != Ending.EXITED) {
            return "it took longer than its bound";
        }
        return result.stderr()
                .lines()
                .filter(line -> line.startsWith("Error"))
                .findFirst()
                .map(line -> line.replaceFirst("^Error logging in with access token: ", ""))
                .map(line -> line.replace(token.reveal(), "[" + token.name() + "]"))
                .orElse("exit code " + result.exit().exitCode());
    }
}
