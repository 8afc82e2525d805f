package dev.codexrunner.jenkins.rotation;

import dev.codexrunner.jenkins.exec.ExecChoices;
import dev.codexrunner.jenkins.exec.RunnerExecution;
import dev.codexrunner.jenkins.exec.RunnerStep;
import dev.codexrunner.jenkins.exec.RunnerStepForm;
import hudson.Extension;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code codexRotationCheck}. Null is absent. */
@Restricted(NoExternalUse.class)
public final class CodexRotationCheckStep extends RunnerStep {

    private static final long serialVersionUID = 1;

    private @Nullable ArrayList<String> paths;

    @DataBoundConstructor
    public CodexRotationCheckStep() {}

    @Override
    public StepExecution start(StepContext context) {
        return new RunnerExecution(context, new RotationCall(this));
    }

    public List<String> getPaths() {
        return ExecChoices.kept(paths);
    }

    @DataBoundSetter
    public void setPaths(@Nullable List<String> paths) {
        this.paths = ExecChoices.texts(paths);
    }

    /** Of the step, for its forms. */
    @Extension
    public static final class DescriptorImpl extends RunnerStepForm {

        @Override
        public String getFunctionName() {
            return "codexRotationCheck";
        }

        @Override
        public String getDisplayName() {
            return Messages.CodexRotationCheckStep_displayName();
        }
    }
}
