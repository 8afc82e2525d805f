package dev.codexrunner.jenkins.rotation;

import dev.codexrunner.jenkins.configuration.LinesInForm;
import dev.codexrunner.jenkins.configuration.VaultOptions;
import dev.codexrunner.jenkins.credentials.CredentialChoices;
import dev.codexrunner.jenkins.credentials.CredentialPurpose;
import dev.codexrunner.jenkins.exec.ExecChoices;
import dev.codexrunner.jenkins.exec.RunnerExecution;
import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** {@code codexRotationCheck}. Null is absent. */
public final class CodexRotationCheckStep extends Step implements Serializable {

    private static final long serialVersionUID = 1;

    private @Nullable VaultOptions vault;
    private @Nullable ArrayList<String> paths;
    private @Nullable String caBundle;
    private @Nullable String caBundleCredentialsId;
    private @Nullable String config;
    private @Nullable ArrayList<String> failOn;
    private @Nullable ArrayList<String> unstableOn;

    @DataBoundConstructor
    public CodexRotationCheckStep() {}

    @Override
    public StepExecution start(StepContext context) {
        return new RunnerExecution(context, new RotationCall(this));
    }

    public @Nullable VaultOptions getVault() {
        return vault;
    }

    @DataBoundSetter
    public void setVault(@Nullable VaultOptions vault) {
        this.vault = vault;
    }

    public List<String> getPaths() {
        return ExecChoices.kept(paths);
    }

    @DataBoundSetter
    public void setPaths(@Nullable List<String> paths) {
        this.paths = ExecChoices.texts(paths);
    }

    public @Nullable String getCaBundle() {
        return caBundle;
    }

    @DataBoundSetter
    public void setCaBundle(@Nullable String caBundle) {
        this.caBundle = Util.fixEmptyAndTrim(caBundle);
    }

    public @Nullable String getCaBundleCredentialsId() {
        return caBundleCredentialsId;
    }

    @DataBoundSetter
    public void setCaBundleCredentialsId(@Nullable String caBundleCredentialsId) {
        this.caBundleCredentialsId = Util.fixEmptyAndTrim(caBundleCredentialsId);
    }

    public @Nullable String getConfig() {
        return config;
    }

    @DataBoundSetter
    public void setConfig(@Nullable String config) {
        this.config = Util.fixEmpty(config);
    }

    public List<String> getFailOn() {
        return ExecChoices.kept(failOn);
    }

    @DataBoundSetter
    public void setFailOn(@Nullable List<String> failOn) {
        this.failOn = ExecChoices.texts(failOn);
    }

    public List<String> getUnstableOn() {
        return ExecChoices.kept(unstableOn);
    }

    @DataBoundSetter
    public void setUnstableOn(@Nullable List<String> unstableOn) {
        this.unstableOn = ExecChoices.texts(unstableOn);
    }

    /** Of the step, for its forms. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {

        @Override
        public String getFunctionName() {
            return "codexRotationCheck";
        }

        @Override
        public String getDisplayName() {
            return Messages.CodexRotationCheckStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, FilePath.class, EnvVars.class, Launcher.class, TaskListener.class);
        }

        /** The form has its lists as lines. */
        @Override
        public Step newInstance(@Nullable StaplerRequest2 request, JSONObject form) throws FormException {
            return super.newInstance(request, LinesInForm.asLists(form, clazz));
        }

        /** For the form. */
        public String lines(@Nullable List<String> texts) {
            return ExecChoices.lines(texts);
        }

        @POST
        public ListBoxModel doFillCaBundleCredentialsIdItems(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String caBundleCredentialsId) {
            return CredentialChoices.of(item, caBundleCredentialsId, CredentialPurpose.CA_BUNDLE);
        }

        @POST
        public FormValidation doCheckCaBundleCredentialsId(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return CredentialChoices.check(item, value, CredentialPurpose.CA_BUNDLE);
        }

        @POST
        public FormValidation doCheckFailOn(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return ExecChoices.kinds(item, "failOn", value);
        }

        @POST
        public FormValidation doCheckUnstableOn(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return ExecChoices.kinds(item, "unstableOn", value);
        }
    }
}
