package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.configuration.CodexInstallation;
import dev.codexrunner.jenkins.credentials.CredentialChoices;
import dev.codexrunner.jenkins.credentials.CredentialPurpose;
import hudson.ExtensionList;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the form of {@link CodexExecStep} offers, and says to what is filled in. */
public abstract class CodexExecForm extends StepDescriptor {

    /** For the form. */
    public String lines(@Nullable List<String> texts) {
        return ExecChoices.lines(texts);
    }

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
    public FormValidation doCheckTimeout(@AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
        return ExecChoices.duration(item, value);
    }

    @POST
    public FormValidation doCheckIdleTimeout(
            @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
        return ExecChoices.duration(item, value);
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
