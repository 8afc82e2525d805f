package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.agent.RunFolder;
import dev.codexrunner.jenkins.agent.RunPlace;
import dev.codexrunner.jenkins.exec.RunnerThreads.Work;
import dev.codexrunner.jenkins.failure.PluginFailureException;
import dev.codexrunner.jenkins.report.KeptEnd;
import dev.codexrunner.jenkins.result.BuildEffect;
import dev.codexrunner.jenkins.result.PluginFailure;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jspecify.annotations.Nullable;

/**
 * The end of a step: the report is fetched and kept, the step is told, and then the run's files on the agent go. An agent
 * that is away is waited for, without a thread. Whatever goes wrong, the step is told once, and within a bound.
 */
final class Finish {

    private static final Logger LOGGER = Logger.getLogger(Finish.class.getName());
    private static final long PAUSE_MS = 2_000;
    private static final long PATIENCE_MS = TimeUnit.MINUTES.toMillis(5);
    /** Whoever stopped the step waits for it. */
    private static final long PATIENCE_WHEN_STOPPED_MS = TimeUnit.SECONDS.toMillis(20);
    /** Of an agent that is there: it may have stopped many runs just then, and each has a report. */
    private static final long FETCHED_WHEN_STOPPED_MS = TimeUnit.SECONDS.toMillis(60);

    /** Between the interruption of what waits for the agent and the end of all patience with it. */
    private static final long GRACE_MS = 10_000;

    private static final Duration REMOVAL = Duration.ofSeconds(60);
    private static final int ATTEMPTS_WITH_AGENT = 3;

    private final StepContext step;
    private final RunnerCall call;
    private final RunPlace place;
    private final int exitCode;
    private final RunnerThreads threads = RunnerThreads.get();
    private final AtomicBoolean told = new AtomicBoolean();
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
            threads.later(PATIENCE_WHEN_STOPPED_MS, () -> giveUp(because));
        }
    }

    void begin() {
        Throwable because = cause;
        if (because != null) {
            threads.later(FETCHED_WHEN_STOPPED_MS + GRACE_MS, () -> giveUp(because));
        }
        attemptSoon();
    }

    private void attemptSoon() {
        threads.execute(Work.FINISH, place.node(), this::attempt);
    }

    private void attempt() {
        Optional<FilePath> workspace = place.workspace();
        if (told.get()) {
            return;
        }
        if (workspace.isEmpty() && !isTooLate()) {
            later();
            return;
        }
        Duration limit = limit();
        Future<?> watch = threads.later(limit.toMillis() + GRACE_MS, () -> giveUp(silent(limit)));
        try {
            tell(AgentLimit.within(limit, place.node(), () -> conclude(workspace)));
            removeWhenSaved();
        } catch (Throwable problem) { // An error too: nobody else is there to tell the step.
            failed(problem);
        } finally {
            watch.cancel(false);
        }
    }

    private Duration limit() {
        return Duration.ofMillis(cause == null ? PATIENCE_MS : FETCHED_WHEN_STOPPED_MS);
    }

    /** What was kept before a restart stands; see {@link KeptEnd}. */
    private Outcome conclude(Optional<FilePath> workspace) throws IOException, InterruptedException {
        Run<?, ?> run = require(Run.class);
        KeptEnd end = KeptEnd.of(run, place.id());
        if (exitCode != EndedCall.UNKNOWN) {
            end.exitCode(exitCode);
        }
        if (end.effect().filter(BuildEffect.FAIL::equals).isPresent()) {
            return new Outcome(BuildEffect.FAIL, end.message(), Map.of());
        }
        int known = end.exitCode().orElse(EndedCall.UNKNOWN);
        Outcome outcome =
                call.conclude(new EndedCall(run, require(TaskListener.class), place, workspace, known, cause != null));
        end.effect(outcome.effect(), outcome.message());
        return outcome;
    }

    private void failed(Throwable problem) {
        if (threads.areDown()) {
            // Done again when the build is resumed.
            return;
        }
        attempts += place.workspace().isPresent() ? 1 : 0;
        if (!isTooLate() && attempts < ATTEMPTS_WITH_AGENT) {
            LOGGER.log(Level.FINE, problem, () -> "Will try again to fetch the report of " + place);
            later();
            return;
        }
        LOGGER.log(Level.WARNING, problem, () -> "Could not conclude " + place);
        giveUp(problem);
    }

    /** What the run left stays on its agent. */
    private void giveUp(Throwable problem) {
        if (!told.compareAndSet(false, true)) {
            return;
        }
        Throwable because = cause;
        PluginFailureException failure = new PluginFailureException(
                PluginFailure.REPORT_NOT_KEPT, place.nodeInWords(), place.reportFolder(), problem);
        failure.initCause(problem);
        try {
            if (because != null) {
                require(TaskListener.class).getLogger().println(failure.getMessage());
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            LOGGER.log(Level.FINE, e, () -> "No log to name the report of " + place + " in");
        }
        step.onFailure(because == null ? failure : because);
    }

    private IOException silent(Duration limit) {
        return new IOException(Messages.AgentLimit_silent(place.node(), limit.toSeconds()));
    }

    private boolean isTooLate() {
        return System.nanoTime() - deadline > 0;
    }

    private void later() {
        threads.later(PAUSE_MS, this::attemptSoon);
    }

    private void tell(Outcome outcome) throws IOException, InterruptedException {
        Throwable because = cause;
        if (because == null && !told.get()) {
            StepEnd.announce(step, outcome);
        }
        if (!told.compareAndSet(false, true)) {
            return;
        }
        if (because == null) {
            StepEnd.tell(step, outcome);
        } else {
            step.onFailure(because);
        }
    }

    /** Until then a controller that dies finds the end on the agent again. */
    private void removeWhenSaved() {
        step.saveState().addListener(this::remove, task -> threads.execute(Work.FINISH, place.node(), task));
    }

    private void remove() {
        Optional<FilePath> workspace = place.workspace();
        try {
            if (workspace.isPresent()) {
                AgentLimit.within(REMOVAL, place.node(), () -> {
                    RunFolder.remove(workspace.get(), place);
                    return null;
                });
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not remove " + place);
        }
    }

    private <T> T require(Class<T> key) throws IOException, InterruptedException {
        return OfStep.require(step, key);
    }
}
