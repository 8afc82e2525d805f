package dev.codexrunner.jenkins.rotation;

import dev.codexrunner.jenkins.exec.ForegroundRun;
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

/** The same as {@link CodexRotationCheckStep}, for freestyle jobs and their like. */
@Restricted(NoExternalUse.class)
public final class CodexRotationCheckBuilder extends Builder implements SimpleBuildStep {

    private final CodexRotationCheckStep step;

    @DataBoundConstructor
    public CodexRotationCheckBuilder(CodexRotationCheckStep step) {
        this.step = step;
    }

    public CodexRotationCheckStep getStep() {
        return step;
    }

    @Override
    public void perform(
            Run<?, ?> run, FilePath workspace, EnvVars environment, Launcher launcher, TaskListener listener)
            throws InterruptedException, IOException {
        ForegroundRun.perform(new RotationCall(step), run, workspace, environment, launcher, listener);
    }

    /** Of the builder. It has no symbol: in a Pipeline the step is the one to take, which outlives the controller. */
    @Extension
    public static final class DescriptorImpl extends BuildStepDescriptor<Builder> {

        @Override
        public String getDisplayName() {
            return Messages.CodexRotationCheckBuilder_displayName();
        }

        @Override
        @SuppressWarnings("rawtypes")
        public boolean isApplicable(Class<? extends AbstractProject> jobType) {
            return true;
        }
    }
}
