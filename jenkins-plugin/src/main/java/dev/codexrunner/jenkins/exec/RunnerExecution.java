package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.agent.RunFolder;
import dev.codexrunner.jenkins.agent.RunPlace;
import dev.codexrunner.jenkins.agent.StopRun;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;

/**
 * A step that has a command of the runner done. What waits for the agent happens in the background, as the thread that runs
 * a Pipeline must not wait; then a durable task has the process, and no thread is taken until it ends.
 */
public final class RunnerExecution extends StepExecution {

    private static final long serialVersionUID = 1;

    private static final Logger LOGGER = Logger.getLogger(RunnerExecution.class.getName());

    private static final long WATCH_AGAIN_SECONDS = 5;

    private final RunnerCall call;
    private volatile @Nullable RunPlace place;
    /** The durable task; null until the process was started. */
    private volatile @Nullable StepExecution running;

    private transient @Nullable Thread starter;
    private transient @Nullable Throwable stopped;

    public RunnerExecution(StepContext context, RunnerCall call) {
        super(context);
        this.call = call;
    }

    @Override
    public boolean start() throws Exception {
        call.check(require(Run.class));
        FilePath workspace = require(FilePath.class);
        place = RunPlace.beside(AllocatedWorkspace.of(getContext(), workspace), workspace);
        begin(false);
        return false;
    }

    @Override
    public void onResume() {
        StepExecution task = running;
        if (task == null) {
            begin(true);
        } else {
            task.onResume();
        }
    }

    private void begin(boolean again) {
        RunnerThreads.starting().execute(() -> launch(again));
    }

    private void launch(boolean again) {
        if (!take()) {
            return;
        }
        try {
            RunPlace here = Objects.requireNonNull(place);
            if (again && !stopLeftOver(here)) {
                throw new AbortException(Messages.RunnerExecution_left(here.node()));
            }
            CallSite site = CallSite.of(
                    require(Run.class),
                    require(FilePath.class),
                    require(EnvVars.class),
                    require(Launcher.class),
                    require(TaskListener.class),
                    here);
            StepExecution task =
                    new RunnerTaskStep(call.prepare(site), here).start(new FinishingContext(getContext(), call, here));
            task.start();
            running = task;
            getContext().saveState();
            release();
        } catch (Exception | LinkageError e) {
            failed(e);
        }
    }

    /** Whether this thread may start it. */
    private synchronized boolean take() {
        if (stopped != null) {
            return false;
        }
        starter = Thread.currentThread();
        return true;
    }

    private void release() throws Exception {
        Throwable cause;
        StepExecution task = running;
        synchronized (this) {
            starter = null;
            cause = stopped;
            // The interruption that came with it is not for the pool's next task.
            if (Thread.interrupted()) {
                LOGGER.fine("Stopped just when the process had been started");
            }
        }
        if (cause != null && task != null) {
            task.stop(cause);
        }
    }

    private void failed(Throwable problem) {
        Throwable cause;
        synchronized (this) {
            starter = null;
            cause = stopped == null ? problem : stopped;
            boolean interrupted = Thread.interrupted() || problem instanceof InterruptedException;
            if (interrupted && stopped == null) {
                // Jenkins goes down. It starts again when the build is resumed.
                return;
            }
        }
        try {
            RunPlace here = Objects.requireNonNull(place);
            if (stopLeftOver(here)) {
                RunFolder.remove(require(FilePath.class), here);
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            LOGGER.log(Level.FINE, e, () -> "Could not tidy up " + place);
        }
        getContext().onFailure(cause);
    }

    /** Whether nothing is left of a process that was started just before the controller went away, or the step was stopped. */
    private boolean stopLeftOver(RunPlace here) throws IOException, InterruptedException {
        FilePath workspace = require(FilePath.class);
        boolean nothing = workspace.getChannel() == null
                || !workspace.child(here.folder()).exists();
        return nothing || workspace.getChannel().call(new StopRun(here));
    }

    @Override
    public void stop(Throwable cause) throws Exception {
        StepExecution task = running;
        if (task != null) {
            task.stop(cause);
            return;
        }
        synchronized (this) {
            stopped = cause;
            if (starter != null) {
                starter.interrupt();
                return;
            }
        }
        getContext().onFailure(cause);
    }

    /** A lost connection took the watch with it, and the durable task itself would look only after minutes. */
    void agentIsBack(String node) {
        RunPlace here = place;
        if (here != null && here.isWatched() && here.node().equals(node) && running instanceof Runnable task) {
            Timer.get().schedule(task, WATCH_AGAIN_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public String getStatus() {
        StepExecution task = running;
        return task == null ? Messages.RunnerExecution_prepared() : task.getStatus();
    }

    private <T> T require(Class<T> key) throws IOException, InterruptedException {
        return OfStep.require(getContext(), key);
    }
}
