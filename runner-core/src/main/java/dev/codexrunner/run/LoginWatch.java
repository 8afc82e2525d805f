package dev.codexrunner.run;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.launch.BoundedCommand;
import dev.codexrunner.launch.ChildEnvironment;
import dev.codexrunner.launch.RunId;
import dev.codexrunner.preflight.LoginQuestion;
import dev.codexrunner.preflight.LoginStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks codex beside the run whether it accepts the token. {@code codex exec} swallows a refusal and retries a generic 401
 * for 14 seconds; {@code codex login status} knows the reason within one. A good run doesn't wait for it.
 */
final class LoginWatch implements AutoCloseable {

    private final Thread thread;
    private final CompletableFuture<Optional<Failure>> refusal = new CompletableFuture<>();

    private LoginWatch(Supplier<Optional<Failure>> question, Consumer<Failure> onRefusal) {
        this.thread = new Thread(
                () -> {
                    Optional<Failure> answer = question.get();
                    refusal.complete(answer);
                    answer.ifPresent(onRefusal);
                },
                "login-watch");
        this.thread.setDaemon(true);
    }

    /**
     * Starts asking.
     *
     * @param command with the bound for the answer
     * @param codex the program
     * @param arguments of {@code codex login status}
     * @param environment as codex gets it in the run
     * @param workingFolder outside the folders that the agent may change
     * @param runId of this command alone, so that its end doesn't end the run
     * @param onRefusal called at most once, on another thread, if codex refuses the token
     */
    static LoginWatch start(
            BoundedCommand command,
            Path codex,
            List<String> arguments,
            ChildEnvironment environment,
            Path workingFolder,
            RunId runId,
            Consumer<Failure> onRefusal) {
        LoginWatch watch = new LoginWatch(
                () -> ask(new LoginQuestion(command, codex, arguments, environment, workingFolder, runId)), onRefusal);
        watch.thread.start();
        return watch;
    }

    /** For a run whose login isn't asked about. */
    static LoginWatch none() {
        LoginWatch watch = new LoginWatch(Optional::empty, refused -> {});
        watch.refusal.complete(Optional.empty());
        return watch;
    }

    private static Optional<Failure> ask(LoginQuestion question) {
        try {
            LoginStatus status = question.ask();
            return status instanceof LoginStatus.Refused refused ? Optional.of(refused.failure()) : Optional.empty();
        } catch (FailureException notStarted) {
            return Optional.empty(); // The run itself will meet the same obstacle, and it decides.
        }
    }

    /** The refusal, if there is one; waits for the answer no longer than the bound. */
    Optional<Failure> refusalWithin(Duration bound) {
        try {
            return refusal.get(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException unanswered) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Ends the command if it is still running; doesn't wait for that. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
