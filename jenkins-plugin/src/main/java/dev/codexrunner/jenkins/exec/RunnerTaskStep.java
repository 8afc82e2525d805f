package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.agent.RunPlace;
import org.jenkinsci.plugins.durabletask.DurableTask;
import org.jenkinsci.plugins.workflow.steps.durable_task.DurableTaskStep;

/** Lends its execution, which can't be made otherwise, to {@link RunnerExecution}. No step that a Jenkinsfile could name. */
final class RunnerTaskStep extends DurableTaskStep {

    private final PreparedCall call;
    private final RunPlace place;

    RunnerTaskStep(PreparedCall call, RunPlace place) {
        this.call = call;
        this.place = place;
        setReturnStatus(true);
    }

    @Override
    protected DurableTask task() {
        return new RunnerTask(call, place);
    }
}
