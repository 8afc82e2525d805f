package dev.codexrunner.preflight;

import dev.codexrunner.launch.BoundedCommand;
import dev.codexrunner.launch.ChildEnvironment;
import dev.codexrunner.launch.Ending;
import dev.codexrunner.launch.RunId;
import java.nio.file.Path;
import java.util.List;

/**
 * Asks codex whether it accepts the token, without a model call.
 *
 * @param command with the bound for the answer
 * @param codex the program
 * @param arguments of {@code codex login status}
 * @param environment as codex gets it in the run, with the token
 * @param workingFolder outside the folders that the agent may change
 * @param runId of this command alone
 */
public record LoginQuestion(
        BoundedCommand command,
        Path codex,
        List<String> arguments,
        ChildEnvironment environment,
        Path workingFolder,
        RunId runId) {

    /**
     * Waits for codex's answer.
     *
     * @throws dev.codexrunner.failure.FailureException when codex can't be started
     */
    public LoginStatus ask() {
        BoundedCommand.Result result = command.run(codex, arguments, environment, workingFolder, runId, "");
        return result.exit().ending() == Ending.EXITED
                ? LoginStatus.read(result.exit().exitCode(), result.stdout() + "\n" + result.stderr())
                : new LoginStatus.Unclear("no answer within its bound");
    }
}
