package dev.codexrunner.jenkins.exec;

import hudson.AbortException;
import hudson.model.Run;
import java.io.IOException;
import java.io.Serializable;

/**
 * One command of the runner, as a step or builder asks for it. Serializable: a controller that is restarted goes on with it.
 * Holds ids of credentials, never a secret.
 */
public interface RunnerCall extends Serializable {

    /** Name of the step, for messages. */
    String name();

    /**
     * Says what can be said without waiting for anything.
     *
     * @throws AbortException with everything that is refused
     */
    void check(Run<?, ?> run) throws AbortException;

    /**
     * Lays out on the agent what the command needs. May be repeated after a restart. Waits for the agent.
     *
     * @throws AbortException where it can't or mustn't run
     */
    PreparedCall prepare(CallSite site) throws IOException, InterruptedException;

    /** Keeps the result with the build, and says what came of it. May be repeated after a restart. Waits for the agent. */
    Outcome conclude(EndedCall ended) throws IOException, InterruptedException;
}
