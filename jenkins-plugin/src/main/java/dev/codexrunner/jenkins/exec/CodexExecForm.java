package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.configuration.CodexDefaults;
import dev.codexrunner.jenkins.configuration.EffectiveConfiguration;
import dev.codexrunner.jenkins.configuration.FormAccess;
import dev.codexrunner.jenkins.credentials.CredentialChoices;
import dev.codexrunner.jenkins.credentials.CredentialPurpose;
import dev.codexrunner.jenkins.request.KnownSettings;
import dev.codexrunner.jenkins.request.Permitted;
import dev.codexrunner.jenkins.result.PluginFailure;
import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the form of {@link CodexExecStep} offers, and says to what is filled in. */
@Restricted(NoExternalUse.class)
public abstract class CodexExecForm extends RunnerStepForm {

    @POST
    public ListBoxModel doFillSandboxItems(
            @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String sandbox) {
        return FormAccess.choices(item, KnownSettings.choices("sandbox"), sandbox);
    }

    @POST
    public ListBoxModel doFillEffortItems(
            @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String effort) {
        return FormAccess.choices(item, CodexDefaults.EFFORTS, effort);
    }

    @POST
    public ListBoxModel doFillCodexItems(@AncestorInPath @Nullable Item item, @QueryParameter @Nullable String codex) {
        return FormAccess.choices(item, EffectiveConfiguration.codexInstallations(), codex);
    }

    /** One of the two has to be there. */
    @POST
    public FormValidation doCheckPrompt(
            @AncestorInPath @Nullable Item item,
            @QueryParameter @Nullable String value,
            @QueryParameter @Nullable String promptFile) {
        boolean one = (Util.fixEmptyAndTrim(value) == null) != (Util.fixEmptyAndTrim(promptFile) == null);
        return ExecChoices.answer(
                item,
                one ? List.of() : List.of(PluginFailure.PROMPT_NOT_ONE.with().inWords()));
    }

    /** Whether the policy around the job lets it have the sandbox. */
    @POST
    public FormValidation doCheckSandbox(@AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
        String given = Util.fixEmptyAndTrim(value);
        if (item == null || given == null) {
            return FormValidation.ok();
        }
        Permitted permitted = EffectiveConfiguration.of(item).policy().sandboxes();
        return ExecChoices.answer(
                item,
                permitted.permits(given)
                        ? List.of()
                        : List.of(Messages.CodexExecForm_sandbox(given, permitted.inWords())));
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
        return ExecChoices.bound(item, "timeout", value);
    }

    @POST
    public FormValidation doCheckIdleTimeout(
            @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
        return ExecChoices.bound(item, "idle-timeout", value);
    }
}
