package dev.codexrunner.jenkins.agent;

import dev.codexrunner.jenkins.request.RunnerCommand;
import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Node;
import java.io.IOException;
import java.util.Optional;

/** Makes an agent ready to start the runner. Waits for the agent: not for the thread that runs Pipelines. */
public final class AgentSetup {

    private AgentSetup() {}

    /**
     * Sees to it that the runner can be started.
     *
     * @param temporaryIsWritable whether codex may write temporary folders, so that the report can't be there
     * @throws AbortException where the agent can't run it
     */
    public static RunnerCommand runner(Node node, RunPlace place, boolean temporaryIsWritable)
            throws IOException, InterruptedException {
        FilePath jar = RunnerJarOnAgent.place(node);
        AgentFacts facts = AgentFacts.of(jar, RunnerJar.sha256(), place.folder());
        if (!facts.isLinux()) {
            throw new AbortException(Messages.AgentSetup_notLinux(node.getDisplayName(), facts.system()));
        }
        if (!facts.javaIsThere()) {
            throw new AbortException(Messages.AgentSetup_noJava(node.getDisplayName(), facts.java()));
        }
        Optional<String> temporary = facts.temporaryFolder();
        if (temporaryIsWritable && temporary.isPresent()) {
            throw new AbortException(
                    Messages.AgentSetup_temporary(facts.runFolder(), temporary.get(), node.getDisplayName()));
        }
        if (!facts.jarIsThere()) {
            RunnerJarOnAgent.copy(jar, node);
        }
        return new RunnerCommand(facts.java(), RunnerJar.jvmFlags(), jar.getRemote(), place.settings());
    }

    /**
     * Sees to it once more that the jar is the plugin's own: to be asked right before the start, as much time may have gone by
     * and other builds run on that agent.
     */
    public static void requireJar(Node node) throws IOException, InterruptedException {
        RunnerJarOnAgent.require(node);
    }
}
