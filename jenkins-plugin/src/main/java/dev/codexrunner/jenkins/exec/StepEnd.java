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

    /** What the build and its log are to say of it before the step goes on. Can be repeated. */
    static void announce(StepContext step, Outcome outcome) throws IOException, InterruptedException {
        boolean goesOn = outcome.effect() == BuildEffect.CONTINUE;
        if (outcome.effect() == BuildEffect.UNSTABLE || (goesOn && outcome.isFailure())) {
            OfStep.require(step, TaskListener.class).getLogger().println(outcome.message());
        }
        if (outcome.effect() == BuildEffect.UNSTABLE) {
            OfStep.require(step, FlowNode.class)
                    .addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(outcome.message()));
            step.setResult(Result.UNSTABLE);
        }
    }

    /** Once, and nothing can come between: a step that is not told waits for ever. */
    static void tell(StepContext step, Outcome outcome) {
        if (outcome.effect() == BuildEffect.FAIL) {
            step.onFailure(new AbortException(outcome.message()));
        } else {
            step.onSuccess(outcome.result());
        }
    }
}
