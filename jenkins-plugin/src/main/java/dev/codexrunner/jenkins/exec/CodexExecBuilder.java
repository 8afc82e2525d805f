package dev.codexrunner.jenkins.exec;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractProject;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import java.io.IOException;
import jenkins.tasks.SimpleBuildStep;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;

/** The same as {@link CodexExecStep}, for freestyle, Maven and matrix jobs. It does not outlive the controller. */
@Restricted(NoExternalUse.class)
public final class CodexExecBuilder extends Builder implements SimpleBuildStep {

    private final CodexExecStep step;

    @DataBoundConstructor
    public CodexExecBuilder(CodexExecStep step) {
        this.step = step;
    }

    public CodexExecStep getStep() {
        return step;
    }

    @Override
    public void perform(
            Run<?, ?> run, FilePath workspace, EnvVars environment, Launcher launcher, TaskListener listener)
            throws InterruptedException, IOException {
        ForegroundRun.perform(
                new ExecCall(StepVariables.expanded(step, environment)),
                run,
                workspace,
                environment,
                launcher,
                listener);
    }

    /** Of the builder. It has no symbol: in a Pipeline the step is the one to take, which outlives the controller. */
    @Extension
    public static final class DescriptorImpl extends BuildStepDescriptor<Builder> {

        @Override
        public String getDisplayName() {
            return Messages.CodexExecBuilder_displayName();
        }

        @Override
        @SuppressWarnings("rawtypes")
        public boolean isApplicable(Class<? extends AbstractProject> jobType) {
            return true;
        }
    }
}
