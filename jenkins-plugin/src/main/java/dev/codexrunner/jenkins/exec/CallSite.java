package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.agent.LaunchedProcesses;
import dev.codexrunner.jenkins.agent.RunPlace;
import dev.codexrunner.jenkins.trigger.UntrustedChange;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/**
 * Where in a build a command of the runner is to be started.
 *
 * @param launcher with all that the blocks around the step make of it
 */
public record CallSite(
        Run<?, ?> run,
        FilePath workspace,
        Node node,
        EnvVars environment,
        Launcher launcher,
        TaskListener listener,
        RunPlace place) {

    static CallSite of(
            Run<?, ?> run,
            FilePath workspace,
            EnvVars environment,
            Launcher launcher,
            TaskListener listener,
            RunPlace place)
            throws AbortException {
        Computer computer = workspace.toComputer();
        Node node = computer == null ? null : computer.getNode();
        if (node == null) {
            throw new AbortException(Messages.CallSite_noNode(workspace.getRemote()));
        }
        return new CallSite(run, workspace, node, environment, launcher, listener, place);
    }

    /**
     * Waits for the branch source.
     *
     * @throws AbortException where that takes the word of the change's author for nothing
     */
    public void requireTrustedAuthor(String step, Collection<String> acceptedRisks)
            throws IOException, InterruptedException {
        Refusal.throwIfAny(
                step,
                List.of(),
                UntrustedChange.refusalOfAuthor(run, acceptedRisks, listener).stream()
                        .toList());
    }

    /**
     * Waits for the agent.
     *
     * @throws AbortException where what is started would run in a container
     */
    public void requireAgentItself() throws IOException, InterruptedException {
        LaunchedProcesses.requireOnAgentItself(launcher, workspace, node.getDisplayName());
    }
}
