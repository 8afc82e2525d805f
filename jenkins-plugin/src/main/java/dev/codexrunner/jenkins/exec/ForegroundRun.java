package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.agent.MissingShell;
import dev.codexrunner.jenkins.agent.RunFolder;
import dev.codexrunner.jenkins.agent.RunPlace;
import dev.codexrunner.jenkins.failure.PluginFailureException;
import dev.codexrunner.jenkins.result.BuildEffect;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Proc;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Has a command of the runner done while the build waits: for freestyle jobs and their like. */
@Restricted(NoExternalUse.class)
public final class ForegroundRun {

    private static final long PAUSE_MS = 250;
    private static final long ENDED_BY_THEN_MS = 15_000;
    private static final Duration CONCLUSION = Duration.ofMinutes(5);
    private static final Duration REMOVAL = Duration.ofSeconds(60);

    private final RunnerCall call;
    private final Run<?, ?> run;
    private final FilePath workspace;
    private final TaskListener listener;
    private final RunPlace place;
    /** Whether the run has ended, and its report could not be kept. */
    private boolean lost;

    private ForegroundRun(RunnerCall call, Run<?, ?> run, FilePath workspace, TaskListener listener)
            throws PluginFailureException {
        this.call = call;
        this.run = run;
        this.workspace = workspace;
        this.listener = listener;
        place = RunPlace.beside(workspace, workspace);
    }

    /**
     * Returns where the build goes on, unstable or not.
     *
     * @throws AbortException where it is to fail
     */
    public static void perform(
            RunnerCall call,
            Run<?, ?> run,
            FilePath workspace,
            EnvVars environment,
            Launcher launcher,
            TaskListener listener)
            throws IOException, InterruptedException {
        Outcome outcome;
        try {
            ForegroundRun foreground = new ForegroundRun(call, run, workspace, listener);
            try {
                outcome = foreground.perform(environment, launcher);
            } finally {
                foreground.removeUnlessLost();
            }
        } catch (PluginFailureException refusal) {
            outcome = call.refused(run, listener, UUID.randomUUID().toString(), refusal.verdict());
        }
        if (outcome.effect() == BuildEffect.FAIL) {
            throw new AbortException(outcome.message());
        }
        if (outcome.isFailure()) {
            listener.getLogger().println(outcome.message());
        }
        if (outcome.effect() == BuildEffect.UNSTABLE) {
            run.setResult(Result.UNSTABLE);
        }
    }

    private void removeUnlessLost() throws IOException, InterruptedException {
        if (lost) {
            listener.getLogger()
                    .println(Messages.ForegroundRun_notKept(call.name(), place.node(), place.reportFolder()));
            return;
        }
        AgentLimit.within(REMOVAL, place.node(), () -> {
            RunFolder.remove(workspace, place);
            return null;
        });
    }

    private Outcome perform(EnvVars environment, Launcher launcher) throws IOException, InterruptedException {
        PreparedCall prepared = call.prepare(CallSite.of(run, workspace, environment, launcher, listener, place));
        Proc process = start(prepared, launcher);
        try {
            while (process.isAlive()) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
        } catch (InterruptedException stopped) {
            stop(process);
            conclude(EndedCall.UNKNOWN, true);
            throw stopped;
        }
        return conclude(process.join(), false);
    }

    private Proc start(PreparedCall prepared, Launcher launcher) throws IOException, InterruptedException {
        workspace.child(place.script()).write(prepared.script(), "UTF-8");
        Map<String, String> variables = prepared.variables();
        // The launcher would expand references between variables, and a secret may well have a $ in it.
        variables.replaceAll((variable, value) -> value.replace("$", "$$"));
        try {
            return launcher.launch()
                    .cmds("/bin/sh", place.script())
                    .envs(variables)
                    .pwd(workspace)
                    .stdout(new ReportLine(place).takenOutOf(listener.getLogger()))
                    .quiet(true)
                    .start();
        } catch (IOException problem) {
            throw MissingShell.orElse(problem, place.nodeInWords());
        }
    }

    /** In bounds: see {@link StopOnAgent}. */
    private void stop(Proc process) throws IOException, InterruptedException {
        StopOnAgent.stop(place.node(), List.of(place));
        long begin = System.nanoTime();
        while (process.isAlive() && System.nanoTime() - begin < TimeUnit.MILLISECONDS.toNanos(ENDED_BY_THEN_MS)) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        }
        process.kill();
    }

    private Outcome conclude(int exitCode, boolean stopped) throws IOException, InterruptedException {
        lost = true;
        Outcome outcome = AgentLimit.within(
                CONCLUSION,
                place.node(),
                () -> call.conclude(new EndedCall(run, listener, place, Optional.of(workspace), exitCode, stopped)));
        lost = false;
        return outcome;
    }
}
