package dev.codexrunner.jenkins.exec;

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
    public Controller launch(EnvVars env, FilePath workspace, Launcher launcher, TaskListener listener)
            throws IOException, InterruptedException {
        BourneShellScript shell = new BourneShellScript(call.script());
        // The runner writes UTF-8 whatever the agent's own encoding is.
        shell.charset(StandardCharsets.UTF_8);
        EnvVars environment = new EnvVars(env);
        call.secrets().forEach((variable, secret) -> environment.put(variable, secret.reveal()));
        Controller controller;
        try {
            controller = shell.launch(environment, workspace, launcher, listener);
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
