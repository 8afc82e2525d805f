package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.agent.RunPlace;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;

/** Where in a build a command of the runner is to be started. */
public record CallSite(
        Run<?, ?> run, FilePath workspace, Node node, EnvVars environment, TaskListener listener, RunPlace place) {

    static CallSite of(Run<?, ?> run, FilePath workspace, EnvVars environment, TaskListener listener, RunPlace place)
            throws AbortException {
        Computer computer = workspace.toComputer();
        Node node = computer == null ? null : computer.getNode();
        if (node == null) {
            throw new AbortException(Messages.CallSite_noNode(workspace.getRemote()));
        }
        return new CallSite(run, workspace, node, environment, listener, place);
    }
}
