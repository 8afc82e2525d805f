package dev.codexrunner.jenkins.exec;

import com.google.common.util.concurrent.ListenableFuture;
import dev.codexrunner.jenkins.agent.RunPlace;
import hudson.Launcher;
import hudson.model.Result;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a durable task and its step: what the task tells of its end is only the exit code, and the step ends when
 * the report has been fetched. Where the controller dies in between, the task tells of its end again.
 */
final class FinishingContext extends StepContext {

    private static final long serialVersionUID = 1;

    private static final Logger LOGGER = Logger.getLogger(FinishingContext.class.getName());

    /** By then an agent that answers has ended the run; see {@link dev.codexrunner.jenkins.agent.StopRun}. */
    private static final long STOPPED_BY_THEN_MS = 25_000;

    private final StepContext step;
    private final RunnerCall call;
    private final RunPlace place;
    private transient @Nullable Finish finish;
    private transient @Nullable Throwable stopped;
    private transient boolean silent;

    FinishingContext(StepContext step, RunnerCall call, RunPlace place) {
        this.step = step;
        this.call = call;
        this.place = place;
    }

    /** @param status the exit code */
    @Override
    public void onSuccess(@Nullable Object status) {
        int exitCode = status instanceof Integer code ? code : EndedCall.UNKNOWN;
        finish(exitCode, null);
    }

    @Override
    public void onFailure(Throwable cause) {
        finish(EndedCall.UNKNOWN, cause);
    }

    /**
     * Stops the run, and ends the step with that cause within {@link #STOPPED_BY_THEN_MS} and what {@link Finish} takes for
     * it, whatever the agent does. Does not wait.
     */
    synchronized void stop(Throwable cause) {
        if (finish != null) {
            finish.stop(cause);
        } else if (stopped == null) {
            stopped = cause;
            StopOnAgent.begin(place, () -> step.get(Launcher.class));
            RunnerThreads threads = RunnerThreads.get();
            threads.execute(this::sayThatItIsStopped);
            threads.later(STOPPED_BY_THEN_MS, () -> finish(EndedCall.UNKNOWN, cause));
        }
    }

    private void sayThatItIsStopped() {
        try {
            OfStep.require(step, TaskListener.class)
                    .getLogger()
                    .println(Messages.FinishingContext_stopped(call.name()));
        } catch (IOException | InterruptedException e) {
            LOGGER.log(Level.FINE, e, () -> "No log to tell in that " + place + " is stopped");
        }
    }

    /** The step has ended already, while its agent was asked to start the run. */
    synchronized void silence() {
        silent = true;
        StopOnAgent.begin(place, () -> null);
    }

    private synchronized void finish(int exitCode, @Nullable Throwable cause) {
        if (silent) {
            return;
        }
        if (finish == null) {
            finish = new Finish(step, call, place, exitCode, stopped == null ? cause : stopped);
            finish.begin();
        } else if (cause != null) {
            finish.stop(cause);
        }
    }

    @Override
    public <T> @Nullable T get(Class<T> key) throws IOException, InterruptedException {
        return step.get(key);
    }

    @Override
    public boolean isReady() {
        return step.isReady();
    }

    @Override
    public ListenableFuture<Void> saveState() {
        return step.saveState();
    }

    @Override
    public void setResult(Result result) {
        step.setResult(result);
    }

    @Override
    public BodyInvoker newBodyInvoker() {
        return step.newBodyInvoker();
    }

    @Override
    public boolean hasBody() {
        return step.hasBody();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FinishingContext that && step.equals(that.step);
    }

    @Override
    public int hashCode() {
        return Objects.hash(FinishingContext.class, step);
    }
}
