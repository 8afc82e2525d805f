package dev.codexrunner.jenkins.exec;

import hudson.Extension;
import hudson.model.Computer;
import hudson.model.TaskListener;
import hudson.slaves.ComputerListener;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Tells steps that their agent is there again. Durable tasks have the like, but look only for steps of their own kind.
 */
@Extension
@Restricted(NoExternalUse.class)
public final class AgentsBack extends ComputerListener {

    @Override
    public void onOnline(Computer computer, TaskListener listener) {
        String node = computer.getName();
        StepExecution.acceptAll(RunnerExecution.class, execution -> execution.agentIsBack(node));
    }
}
