package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.failure.PluginFailureException;
import dev.codexrunner.jenkins.request.RunnerVariables;
import dev.codexrunner.jenkins.result.PluginFailure;
import hudson.EnvVars;
import hudson.model.Computer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Where the variables of a runner come from. Waits for the agent. */
@Restricted(NoExternalUse.class)
public final class RunnerEnvironment {

    private RunnerEnvironment() {}

    /**
     * What is to be laid over the agent's own variables: see {@link RunnerVariables}.
     *
     * @param passedOn names that the policy lets the job pass on
     */
    public static Map<String, String> of(CallSite site, List<String> passedOn)
            throws IOException, InterruptedException {
        EnvVars build = site.run().getParent().getEnvironment(site.node(), site.listener());
        build.putAll(site.run().getCharacteristicEnvVars());
        return RunnerVariables.of(ofAgent(site), administered(site), build, site.environment(), passedOn);
    }

    /** Those of the agent and of its administrator, for paths that the administrator wrote. */
    static EnvVars administered(CallSite site) throws IOException, InterruptedException {
        EnvVars variables = new EnvVars(ofAgent(site));
        Computer computer = site.node().toComputer();
        if (computer != null) {
            variables.overrideExpandingAll(computer.buildEnvironment(site.listener()));
        }
        return variables;
    }

    private static EnvVars ofAgent(CallSite site) throws IOException, InterruptedException {
        Computer computer = site.node().toComputer();
        if (computer == null) {
            throw new PluginFailureException(
                    PluginFailure.AGENT_OFFLINE, site.workspace().getRemote());
        }
        return computer.getEnvironment();
    }
}
