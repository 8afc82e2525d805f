package dev.codexrunner.jenkins.exec;

import hudson.FilePath;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.actions.WorkspaceAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.StepNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.support.steps.ExecutorStep;

/** The workspace that Jenkins itself has chosen for a {@code node} block; {@code dir} and {@code ws} name what a job likes. */
final class AllocatedWorkspace {

    private AllocatedWorkspace() {}

    /** That of the block around the step; the current folder where there is none. */
    static FilePath of(StepContext context, FilePath current) throws IOException, InterruptedException {
        FlowNode step = context.get(FlowNode.class);
        if (step == null) {
            return current;
        }
        for (FlowNode block : step.iterateEnclosingBlocks()) {
            WorkspaceAction action = block.getAction(WorkspaceAction.class);
            if (action != null
                    && block instanceof StepNode node
                    && node.getDescriptor() instanceof ExecutorStep.DescriptorImpl) {
                FilePath workspace = action.getWorkspace();
                return workspace == null ? current : workspace;
            }
        }
        return current;
    }
}
