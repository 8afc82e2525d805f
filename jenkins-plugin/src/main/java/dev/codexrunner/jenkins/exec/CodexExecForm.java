package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.configuration.CodexInstallation;
import dev.codexrunner.jenkins.credentials.CredentialChoices;
import dev.codexrunner.jenkins.credentials.CredentialPurpose;
import hudson.ExtensionList;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the form of {@link CodexExecStep} offers, and says to what is filled in. */
public abstract class CodexExecForm extends RunnerStepForm {

    @POST
    public ListBoxModel doFillSandboxItems(@AncestorInPath @Nullable Item item) {
        return ExecChoices.of(item, "read-only", "workspace-write", "danger-full-access");
    }

    @POST
    public ListBoxModel doFillEffortItems(@AncestorInPath @Nullable Item item) {
        return ExecChoices.of(item, "minimal", "low", "medium", "high", "xhigh");
    }

    @POST
    public ListBoxModel doFillCodexItems(@AncestorInPath @Nullable Item item) {
        return ExecChoices.of(
                item,
                ExtensionList.lookupSingleton(CodexInstallation.DescriptorImpl.class)
                        .getInstallations());
    }

    @POST
    public ListBoxModel doFillCredentialsIdItems(
            @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String credentialsId) {
        return CredentialChoices.of(item, credentialsId, CredentialPurpose.ACCESS_TOKEN);
    }

    @POST
    public FormValidation doCheckCredentialsId(
            @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
        return CredentialChoices.check(item, value, CredentialPurpose.ACCESS_TOKEN);
    }

    @POST
    public FormValidation doCheckTimeout(@AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
        return ExecChoices.duration(item, value);
    }

    @POST
    public FormValidation doCheckIdleTimeout(
            @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
        return ExecChoices.duration(item, value);
    }
}
