package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.result.VerdictView;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.io.Serializable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * One command of the runner, as a step or builder asks for it. Serializable: a controller that is restarted goes on with it.
 * Holds ids of credentials, never a secret.
 */
@Restricted(NoExternalUse.class)
public interface RunnerCall extends Serializable {

    /** Name of the step, for messages. */
    String name();

    /**
     * Lays out on the agent what the command needs. May be repeated after a restart. Waits for the agent.
     *
     * @throws PluginFailureException where it can't or mustn't run, with everything that is wrong or refused
     */
    PreparedCall prepare(CallSite site) throws IOException, InterruptedException;

    /** Keeps the result with the build, and says what came of it. May be repeated after a restart. Waits for the agent. */
    Outcome conclude(EndedCall ended) throws IOException, InterruptedException;

    /**
     * The same for a command that was not started. May be repeated after a restart.
     *
     * @param stepId unique; names the run in the build's folder and on its pages
     */
    Outcome refused(Run<?, ?> run, TaskListener listener, String stepId, VerdictView verdict) throws IOException;
}
