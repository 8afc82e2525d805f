package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.configuration.LinesInForm;
import dev.codexrunner.jenkins.credentials.CredentialChoices;
import dev.codexrunner.jenkins.credentials.CredentialPurpose;
import dev.codexrunner.jenkins.request.PolicyEntries;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.List;
import java.util.Set;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** What the form of a {@link RunnerStep} offers, and says to what is filled in. */
@Restricted(NoExternalUse.class)
public abstract class RunnerStepForm extends StepDescriptor {

    @Override
    public final Set<? extends Class<?>> getRequiredContext() {
        return Set.of(Run.class, FilePath.class, EnvVars.class, Launcher.class, TaskListener.class);
    }

    /** The form has its lists as lines, and config as text, where a Pipeline may have a map. */
    @Override
    public Step newInstance(@Nullable StaplerRequest2 request, JSONObject form) throws FormException {
        Object config = form.remove("config");
        Step step = super.newInstance(request, LinesInForm.asLists(form, clazz));
        if (config instanceof String text) {
            ((RunnerStep) step).setConfig(text);
        }
        return step;
    }

    /** For the form. */
    public final String lines(@Nullable List<String> texts) {
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
    public FormValidation doCheckConfig(@AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
        return ExecChoices.answer(item, PolicyEntries.config(Util.fixNull(value)));
    }

    @POST
    public FormValidation doCheckFailOn(@AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
        return ExecChoices.kinds(item, "failOn", value);
    }

    @POST
    public FormValidation doCheckUnstableOn(
            @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
        return ExecChoices.kinds(item, "unstableOn", value);
    }
}
