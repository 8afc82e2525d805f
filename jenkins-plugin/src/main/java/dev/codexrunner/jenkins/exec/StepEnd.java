package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.result.BuildEffect;
import hudson.AbortException;
import hudson.model.Result;
import hudson.model.TaskListener;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Tells a step what came of its command. */
final class StepEnd {

    private StepEnd() {}

    static void tell(StepContext step, Outcome outcome) throws IOException, InterruptedException {
        if (outcome.effect() == BuildEffect.FAIL) {
            step.onFailure(new AbortException(outcome.message()));
            return;
        }
        if (outcome.effect() == BuildEffect.UNSTABLE) {
            unstable(step, outcome.message());
        }
        if (outcome.effect() == BuildEffect.CONTINUE && outcome.isFailure()) {
            OfStep.require(step, TaskListener.class).getLogger().println(outcome.message());
        }
        step.onSuccess(outcome.result());
    }

    private static void unstable(StepContext step, String message) throws IOException, InterruptedException {
        OfStep.require(step, TaskListener.class).getLogger().println(message);
        OfStep.require(step, FlowNode.class)
                .addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(message));
        step.setResult(Result.UNSTABLE);
    }
}
