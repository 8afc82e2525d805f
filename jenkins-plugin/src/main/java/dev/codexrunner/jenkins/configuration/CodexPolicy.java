package dev.codexrunner.jenkins.configuration;

import dev.codexrunner.jenkins.request.DurationText;
import dev.codexrunner.jenkins.request.Policy;
import dev.codexrunner.jenkins.request.PolicyBuilder;
import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.json.JSONObject;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * What jobs may ask for, in the controller or below a folder. An empty list means in the global configuration what
 * {@link Policy#forController()} says, and in a folder that it narrows nothing.
 */
public class CodexPolicy implements Describable<CodexPolicy>, Serializable {

    private static final long serialVersionUID = 1;

    private @Nullable List<String> sandboxes;
    private @Nullable List<String> models;
    private @Nullable List<String> risks;
    private @Nullable List<String> vaultAddresses;
    private @Nullable List<String> vaultNamespaces;
    private @Nullable List<String> vaultRoles;
    private @Nullable List<String> vaultPaths;
    private @Nullable List<String> codexPaths;
    private @Nullable List<String> settings;
    private @Nullable String label;
    private @Nullable String longestTimeout;

    @DataBoundConstructor
    public CodexPolicy() {}

    boolean isEmpty() {
        List<String> problems = new ArrayList<>();
        return toRequest(Policy.forFolder(), problems).equals(Policy.forFolder().build()) && problems.isEmpty();
    }

    /**
     * The policy that this asks for.
     *
     * @param start where it begins, of the controller or of a folder
     * @param problems gets what can't be understood; with any, no run may start
     */
    Policy toRequest(PolicyBuilder start, List<String> problems) {
        start.sandboxes(sandboxes)
                .models(models)
                .risks(risks)
                .vaultAddresses(vaultAddresses)
                .vaultNamespaces(vaultNamespaces)
                .vaultRoles(vaultRoles)
                .vaultPaths(vaultPaths)
                .codexPaths(codexPaths)
                .settings(settings)
                .label(label);
        if (longestTimeout != null) {
            Optional<String> readable = Optional.of(longestTimeout)
                    .filter(text -> DurationText.parse(text).isPresent());
            readable.ifPresentOrElse(
                    start::longestTimeout, () -> problems.add(Messages.CodexPolicy_longestTimeout(longestTimeout)));
        }
        return start.build();
    }

    public List<String> getSandboxes() {
        return FormTexts.kept(sandboxes);
    }

    @DataBoundSetter
    public void setSandboxes(@Nullable List<String> sandboxes) {
        this.sandboxes = FormTexts.keptOrNull(sandboxes);
    }

    public List<String> getModels() {
        return FormTexts.kept(models);
    }

    @DataBoundSetter
    public void setModels(@Nullable List<String> models) {
        this.models = FormTexts.keptOrNull(models);
    }

    public List<String> getRisks() {
        return FormTexts.kept(risks);
    }

    @DataBoundSetter
    public void setRisks(@Nullable List<String> risks) {
        this.risks = FormTexts.keptOrNull(risks);
    }

    public List<String> getVaultAddresses() {
        return FormTexts.kept(vaultAddresses);
    }

    @DataBoundSetter
    public void setVaultAddresses(@Nullable List<String> vaultAddresses) {
        this.vaultAddresses = FormTexts.keptOrNull(vaultAddresses);
    }

    public List<String> getVaultNamespaces() {
        return FormTexts.kept(vaultNamespaces);
    }

    @DataBoundSetter
    public void setVaultNamespaces(@Nullable List<String> vaultNamespaces) {
        this.vaultNamespaces = FormTexts.keptOrNull(vaultNamespaces);
    }

    public List<String> getVaultRoles() {
        return FormTexts.kept(vaultRoles);
    }

    @DataBoundSetter
    public void setVaultRoles(@Nullable List<String> vaultRoles) {
        this.vaultRoles = FormTexts.keptOrNull(vaultRoles);
    }

    public List<String> getVaultPaths() {
        return FormTexts.kept(vaultPaths);
    }

    @DataBoundSetter
    public void setVaultPaths(@Nullable List<String> vaultPaths) {
        this.vaultPaths = FormTexts.keptOrNull(vaultPaths);
    }

    public List<String> getCodexPaths() {
        return FormTexts.kept(codexPaths);
    }

    @DataBoundSetter
    public void setCodexPaths(@Nullable List<String> codexPaths) {
        this.codexPaths = FormTexts.keptOrNull(codexPaths);
    }

    public List<String> getSettings() {
        return FormTexts.kept(settings);
    }

    @DataBoundSetter
    public void setSettings(@Nullable List<String> settings) {
        this.settings = FormTexts.keptOrNull(settings);
    }

    public @Nullable String getLabel() {
        return label;
    }

    @DataBoundSetter
    public void setLabel(@Nullable String label) {
        this.label = Util.fixEmptyAndTrim(label);
    }

    public @Nullable String getLongestTimeout() {
        return longestTimeout;
    }

    @DataBoundSetter
    public void setLongestTimeout(@Nullable String longestTimeout) {
        this.longestTimeout = Util.fixEmptyAndTrim(longestTimeout);
    }

    @Extension
    public static class DescriptorImpl extends Descriptor<CodexPolicy> {

        @Override
        public String getDisplayName() {
            return Messages.CodexPolicy_displayName();
        }

        /** The form has its lists as lines. */
        @Override
        public CodexPolicy newInstance(@Nullable StaplerRequest2 request, JSONObject form) throws FormException {
            return super.newInstance(request, LinesInForm.asLists(form, clazz));
        }

        /** For the form. */
        public String lines(@Nullable List<String> texts) {
            return texts == null ? "" : String.join("\n", texts);
        }

        @POST
        public FormValidation doCheckLabel(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return FormAccess.isGranted(item) ? FormTexts.labelExpression(value) : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckLongestTimeout(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return FormAccess.isGranted(item) ? FormTexts.duration(value) : FormValidation.ok();
        }
    }
}
