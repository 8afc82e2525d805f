package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.agent.MissingShell;
import dev.codexrunner.jenkins.agent.RunFolder;
import dev.codexrunner.jenkins.agent.RunPlace;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.TaskListener;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jenkinsci.plugins.durabletask.BourneShellScript;
import org.jenkinsci.plugins.durabletask.Controller;
import org.jenkinsci.plugins.durabletask.DurableTask;

/** Starts the runner with the shell task's own launcher, heartbeats and files. */
final class RunnerTask extends DurableTask {

    private final PreparedCall call;
    private final RunPlace place;

    RunnerTask(PreparedCall call, RunPlace place) {
        this.call = call;
        this.place = place;
    }

    @Override
    public Controller launch(EnvVars ofTheJob, FilePath workspace, Launcher launcher, TaskListener listener)
            throws IOException, InterruptedException {
        BourneShellScript shell = new BourneShellScript(call.script());
        // The runner writes UTF-8 whatever the agent's own encoding is.
        shell.charset(StandardCharsets.UTF_8);
        RunFolder.requireNoLinkBeside(workspace);
        Controller controller;
        try {
            // Not the step's own: see RunnerVariables.
            controller = shell.launch(new EnvVars(call.variables()), workspace, launcher, listener);
        } catch (IOException problem) {
            throw MissingShell.orElse(problem, place.nodeInWords());
        }
        place.controlFolder(DurableFiles.controlFolder(controller, workspace));
        return new RunnerController(controller, place);
    }

    @Override
    public void charset(Charset ignored) {
        // See launch.
    }

    @Override
    public void defaultCharset() {
        // See launch.
    }
}
