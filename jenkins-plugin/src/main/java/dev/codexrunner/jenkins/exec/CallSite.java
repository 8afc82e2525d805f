package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.agent.RunPlace;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where in a build a command of the runner is to be started. */
public record CallSite(
        Run<?, ?> run, FilePath workspace, Node node, EnvVars environment, TaskListener listener, RunPlace place) {

    private static final Duration ANSWERED_BY_THEN = Duration.ofMinutes(2);

    static CallSite of(Run<?, ?> run, FilePath workspace, EnvVars environment, TaskListener listener, RunPlace place)
            throws AbortException {
        Computer computer = workspace.toComputer();
        Node node = computer == null ? null : computer.getNode();
        if (node == null) {
            throw new AbortException(Messages.CallSite_noNode(workspace.getRemote()));
        }
        return new CallSite(run, workspace, node, environment, listener, place);
    }

    /**
     * Has the agent do something that takes no long time.
     *
     * @throws IOException also where it does not answer
     */
    public <T extends @Nullable Object> T waitingFor(AgentLimit.Waiting<T> work)
            throws IOException, InterruptedException {
        return AgentLimit.within(ANSWERED_BY_THEN, place.node(), work);
    }
}
