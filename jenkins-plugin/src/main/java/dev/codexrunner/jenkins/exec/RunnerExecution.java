package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.agent.RunFolder;
import dev.codexrunner.jenkins.agent.RunPlace;
import dev.codexrunner.jenkins.exec.RunnerThreads.Work;
import dev.codexrunner.jenkins.failure.PluginFailureException;
import dev.codexrunner.jenkins.result.PluginFailure;
import dev.codexrunner.jenkins.result.VerdictView;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * A step that has a command of the runner done. What waits for the agent happens in the background, as the thread that runs
 * a Pipeline must not wait; then a durable task has the process, and no thread is taken until it ends.
 */
@Restricted(NoExternalUse.class)
public final class RunnerExecution extends StepExecution {

    private static final long serialVersionUID = 1;

    private static final Logger LOGGER = Logger.getLogger(RunnerExecution.class.getName());

    private static final long WATCH_AGAIN_MS = 5_000;
    /** From the first wait for a thread on. */
    private static final Duration LAUNCHED_BY_THEN = Duration.ofMinutes(40);

    /** An installation of codex may take ten. */
    private static final Duration PREPARED_BY_THEN = Duration.ofMinutes(15);

    private static final Duration STARTED_BY_THEN = Duration.ofMinutes(2);
    private static final Duration ANSWERED_BY_THEN = Duration.ofSeconds(60);
    private static final long STOPPED_BY_THEN_MS = 15_000;

    private final RunnerCall call;
    private volatile @Nullable RunPlace place;
    /** The durable task; null until the process was started. */
    private volatile @Nullable StepExecution running;

    private transient @Nullable Thread starter;
    private transient @Nullable Throwable stopped;
    private transient boolean ended;
    private transient volatile @Nullable Future<?> watch;

    public RunnerExecution(StepContext context, RunnerCall call) {
        super(context);
        this.call = call;
    }

    @Override
    public boolean start() throws Exception {
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
        RunnerThreads threads = RunnerThreads.get();
        RunPlace here = here();
        watch = threads.later(LAUNCHED_BY_THEN.toMillis(), () -> end(silent(LAUNCHED_BY_THEN)));
        threads.execute(Work.START, here.node(), () -> launch(threads, again));
    }

    private void launch(RunnerThreads threads, boolean again) {
        if (!take()) {
            return;
        }
        try {
            RunPlace here = here();
            if (again) {
                stopLeftOver(here);
            }
            PreparedCall prepared = AgentLimit.within(PREPARED_BY_THEN, here.node(), () -> call.prepare(site(here)));
            requireWanted();
            FinishingContext context = new FinishingContext(getContext(), call, here);
            StepExecution task = new RunnerTaskStep(prepared, here).start(context);
            AgentLimit.within(STARTED_BY_THEN, here.node(), () -> started(task));
            launched(task, context);
        } catch (Throwable problem) { // An error too: nobody else is there to tell the step.
            failed(threads, problem);
        }
    }

    /** It may have been stopped, or given up, while it was prepared by a thread that took no notice. */
    private synchronized void requireWanted() throws InterruptedException {
        if (ended || stopped != null) {
            throw new InterruptedException();
        }
    }

    private CallSite site(RunPlace here) throws IOException, InterruptedException {
        return CallSite.of(
                require(Run.class),
                require(FilePath.class),
                require(EnvVars.class),
                require(Launcher.class),
                require(TaskListener.class),
                here);
    }

    private static boolean started(StepExecution task) throws IOException, InterruptedException {
        try {
            return task.start();
        } catch (IOException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    /** Whether this thread may start it. */
    private synchronized boolean take() {
        if (stopped != null || ended) {
            return false;
        }
        starter = Thread.currentThread();
        return true;
    }

    private void launched(StepExecution task, FinishingContext context) {
        Throwable cause;
        synchronized (this) {
            release();
            if (ended) {
                context.silence();
                return;
            }
            running = task;
            cause = stopped;
        }
        getContext().saveState();
        if (cause != null) {
            context.stop(cause);
        }
    }

    private void failed(RunnerThreads threads, Throwable problem) {
        Throwable cause;
        synchronized (this) {
            release();
            if (threads.areDown() && stopped == null) {
                // It starts again when the build is resumed.
                return;
            }
            cause = stopped == null ? problem : stopped;
        }
        if (!end(cause)) {
            LOGGER.log(Level.FINE, problem, () -> "Too late to be told of " + place);
        }
    }

    /** An interruption that came to stop the step is not for the pool's next task. */
    private synchronized void release() {
        starter = null;
        if (watch != null) {
            watch.cancel(false);
        }
        if (Thread.interrupted()) {
            LOGGER.fine("Stopped while the process was started");
        }
    }

    /** Tells the step, unless that was done or there is a process that will tell of its end. Whether it did. */
    private boolean end(Throwable cause) {
        boolean asked;
        synchronized (this) {
            if (ended || running != null) {
                return false;
            }
            ended = true;
            asked = stopped != null;
        }
        Optional<VerdictView> refusal = !asked ? refusal(cause) : Optional.empty();
        if (refusal.isEmpty() || !isTold(refusal.get())) {
            getContext()
                    .onFailure(
                            cause instanceof InterruptedException && !asked
                                    ? new PluginFailureException(PluginFailure.AGENT_INTERRUPTED, here().nodeInWords())
                                    : cause);
        }
        tidyUp(here());
        return true;
    }

    /** What the plugin has to say of it; empty for what it has no words for. */
    private Optional<VerdictView> refusal(Throwable problem) {
        if (problem instanceof PluginFailureException refusal) {
            return Optional.of(refusal.verdict());
        }
        RunPlace here = here();
        return here.workspace().isPresent()
                ? Optional.empty()
                : Optional.of(PluginFailure.AGENT_LOST.with(here.nodeInWords(), String.valueOf(problem.getMessage())));
    }

    private boolean isTold(VerdictView refusal) {
        try {
            Outcome outcome = call.refused(require(Run.class), require(TaskListener.class), here().id(), refusal);
            StepEnd.announce(getContext(), outcome);
            StepEnd.tell(getContext(), outcome);
            return true;
        } catch (IOException | InterruptedException | RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not tell of a run that was not started: " + refusal.code());
            return false;
        }
    }

    /** In the background: whatever an agent does, nobody waits for that. */
    private void tidyUp(RunPlace here) {
        StopOnAgent.begin(here, () -> null);
        RunnerThreads.get().later(STOPPED_BY_THEN_MS, Work.FINISH, here.node(), () -> remove(here));
    }

    private static void remove(RunPlace here) {
        try {
            AgentLimit.within(ANSWERED_BY_THEN, here.node(), () -> {
                if (here.workspace().isPresent()) {
                    RunFolder.remove(here.workspace().get(), here);
                }
                return null;
            });
        } catch (IOException | InterruptedException | RuntimeException e) {
            LOGGER.log(Level.FINE, e, () -> "Could not tidy up " + here);
        }
    }

    /** A process that was started just before the controller went away. */
    private void stopLeftOver(RunPlace here) throws IOException, InterruptedException {
        FilePath workspace = AgentLimit.within(ANSWERED_BY_THEN, here.node(), () -> require(FilePath.class));
        boolean mayBe = AgentLimit.within(
                ANSWERED_BY_THEN,
                here.node(),
                () -> workspace.child(here.folder()).exists());
        if (mayBe
                && !StopOnAgent.stop(here.node(), List.of(here))
                        .map(seen -> seen.left().isEmpty())
                        .orElse(false)) {
            throw new PluginFailureException(PluginFailure.RUNNER_STILL_RUNS, here.nodeInWords());
        }
    }

    /** Waits for nothing. The step ends within a bound, whatever its agent does. */
    @Override
    public void stop(Throwable cause) {
        StepExecution task;
        boolean starting;
        synchronized (this) {
            task = running;
            stopped = stopped == null ? cause : stopped;
            starting = starter != null;
            if (task == null && starter != null) {
                starter.interrupt();
            }
        }
        if (task != null && task.getContext() instanceof FinishingContext context) {
            context.stop(cause);
        } else if (starting) {
            RunnerThreads.get().later(STOPPED_BY_THEN_MS, () -> end(cause));
        } else {
            end(cause);
        }
    }

    private PluginFailureException silent(Duration limit) {
        return new PluginFailureException(PluginFailure.AGENT_SILENT, here().nodeInWords(), limit.toSeconds());
    }

    private RunPlace here() {
        return Objects.requireNonNull(place, "the step was started");
    }

    /** A lost connection took the watch with it, and the durable task itself would look only after minutes. */
    void agentIsBack(String node) {
        RunPlace here = place;
        if (here != null && here.isWatched() && here.node().equals(node) && running instanceof Runnable task) {
            RunnerThreads.get().later(WATCH_AGAIN_MS, Work.FINISH, node, task);
        }
    }

    @Override
    public String getStatus() {
        StepExecution task = running;
        return task == null ? Messages.RunnerExecution_prepared() : Messages.RunnerExecution_runs(here().toString());
    }

    private <T> T require(Class<T> key) throws IOException, InterruptedException {
        return OfStep.require(getContext(), key);
    }
}
