package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.agent.LaunchedProcesses;
import dev.codexrunner.jenkins.agent.RunPlace;
import dev.codexrunner.jenkins.failure.PluginFailureException;
import dev.codexrunner.jenkins.result.PluginFailure;
import dev.codexrunner.jenkins.trigger.UntrustedChange;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Where in a build a command of the runner is to be started.
 *
 * @param launcher with all that the blocks around the step make of it
 */
@Restricted(NoExternalUse.class)
public record CallSite(
        Run<?, ?> run,
        FilePath workspace,
        Node node,
        EnvVars environment,
        Launcher launcher,
        TaskListener listener,
        RunPlace place) {

    private static final Duration ANSWERED_BY_THEN = Duration.ofMinutes(2);

    static CallSite of(
            Run<?, ?> run,
            FilePath workspace,
            EnvVars environment,
            Launcher launcher,
            TaskListener listener,
            RunPlace place)
            throws PluginFailureException {
        Computer computer = workspace.toComputer();
        Node node = computer == null ? null : computer.getNode();
        if (node == null) {
            throw new PluginFailureException(PluginFailure.AGENT_OFFLINE, workspace.getRemote());
        }
        return new CallSite(run, workspace, node, environment, launcher, listener, place);
    }

    /**
     * Waits for the branch source.
     *
     * @throws PluginFailureException where that takes the word of the change's author for nothing
     */
    public void requireTrustedAuthor(Collection<String> acceptedRisks) throws IOException, InterruptedException {
        Refusal.throwIfAny(
                List.of(),
                UntrustedChange.refusalOfAuthor(run, acceptedRisks, listener).stream()
                        .toList());
    }

    /**
     * Waits for the agent.
     *
     * @throws PluginFailureException where what is started would run in a container
     */
    public void requireAgentItself() throws IOException, InterruptedException {
        waitingFor(() -> {
            LaunchedProcesses.requireOnAgentItself(launcher, workspace, place.nodeInWords());
            return place;
        });
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
