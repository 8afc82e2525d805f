package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.agent.RunFolder;
import dev.codexrunner.jenkins.agent.RunPlace;
import dev.codexrunner.jenkins.result.BuildEffect;
import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jspecify.annotations.Nullable;

/**
 * The end of a step: the report is fetched and kept, the step is told, and then the run's files on the agent go. An agent
 * that is away is waited for, without a thread.
 */
final class Finish {

    private static final Logger LOGGER = Logger.getLogger(Finish.class.getName());
    private static final long PAUSE_MS = 2_000;
    private static final long PATIENCE_MS = TimeUnit.MINUTES.toMillis(5);
    /** Whoever stopped the step waits for it. */
    private static final long PATIENCE_WHEN_STOPPED_MS = TimeUnit.SECONDS.toMillis(20);

    private static final int ATTEMPTS_WITH_AGENT = 3;

    private final StepContext step;
    private final RunnerCall call;
    private final RunPlace place;
    private final int exitCode;
    private volatile @Nullable Throwable cause;
    private volatile long deadline;
    private int attempts;

    Finish(StepContext step, RunnerCall call, RunPlace place, int exitCode, @Nullable Throwable cause) {
        this.step = step;
        this.call = call;
        this.place = place;
        this.exitCode = exitCode;
        this.cause = cause;
        deadline = within(cause == null ? PATIENCE_MS : PATIENCE_WHEN_STOPPED_MS);
    }

    private static long within(long milliseconds) {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
    }

    /** Somebody stops the step while its agent is waited for. */
    void stop(Throwable because) {
        if (cause == null) {
            cause = because;
            deadline = within(PAUSE_MS);
        }
    }

    void begin() {
        RunnerThreads.finishing().execute(this::attempt);
    }

    private void attempt() {
        Optional<FilePath> workspace = place.workspace();
        if (workspace.isEmpty() && !isTooLate()) {
            later();
            return;
        }
        try {
            Outcome outcome = call.conclude(new EndedCall(
                    require(Run.class), require(TaskListener.class), place, workspace, exitCode, cause != null));
            tell(outcome);
        } catch (InterruptedException shutdown) {
            // Jenkins goes down, and this is done again when the build is resumed.
            Thread.currentThread().interrupt();
            return;
        } catch (IOException | RuntimeException e) {
            attempts += place.workspace().isPresent() ? 1 : 0;
            if (!isTooLate() && attempts < ATTEMPTS_WITH_AGENT) {
                LOGGER.log(Level.FINE, e, () -> "Will try again to fetch the report of " + place);
                later();
                return;
            }
            Throwable because = cause;
            step.onFailure(because == null ? e : because);
        }
        workspace.ifPresent(this::remove);
    }

    private boolean isTooLate() {
        return System.nanoTime() - deadline > 0;
    }

    private void later() {
        Timer.get().schedule(this::begin, PAUSE_MS, TimeUnit.MILLISECONDS);
    }

    private void tell(Outcome outcome) throws IOException, InterruptedException {
        Throwable because = cause;
        if (because != null) {
            step.onFailure(because);
        } else if (outcome.effect() == BuildEffect.FAIL) {
            step.onFailure(new AbortException(outcome.message()));
        } else {
            if (outcome.effect() == BuildEffect.UNSTABLE) {
                unstable(outcome.message());
            }
            step.onSuccess(outcome.result());
        }
    }

    private void unstable(String message) throws IOException, InterruptedException {
        require(TaskListener.class).getLogger().println(message);
        require(FlowNode.class).addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(message));
        step.setResult(Result.UNSTABLE);
    }

    private void remove(FilePath workspace) {
        try {
            RunFolder.remove(workspace, place);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not remove " + place);
        } catch (InterruptedException shutdown) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> T require(Class<T> key) throws IOException, InterruptedException {
        return OfStep.require(step, key);
    }
}
