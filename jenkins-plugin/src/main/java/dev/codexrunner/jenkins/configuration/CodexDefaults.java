package dev.codexrunner.jenkins.configuration;

import dev.codexrunner.jenkins.request.CaBundle;
import dev.codexrunner.jenkins.request.CodexProgram;
import dev.codexrunner.jenkins.request.Defaults;
import dev.codexrunner.jenkins.request.KnownSettings;
import dev.codexrunner.jenkins.request.PolicyEntries;
import dev.codexrunner.jenkins.request.VaultRequest;
import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** What is filled in where a job says nothing. Null leaves it to what is configured further out, or to the runner. */
@Restricted(NoExternalUse.class)
public class CodexDefaults implements Describable<CodexDefaults>, Serializable {

    private static final long serialVersionUID = 1;

    /** Those that a form offers; what there is depends on the model. */
    public static final List<String> EFFORTS = List.of("minimal", "low", "medium", "high", "xhigh");

    private @Nullable VaultOptions vault;
    private @Nullable CaBundleOptions caBundle;
    private @Nullable String codex;
    private @Nullable String model;
    private @Nullable String effort;
    private @Nullable String sandbox;
    private @Nullable String timeout;
    private @Nullable String idleTimeout;

    @DataBoundConstructor
    public CodexDefaults() {}

    /** What can't be meant, each with its field. */
    List<String> problems() {
        List<String> problems = new ArrayList<>(vault == null ? List.of() : vault.problems());
        add(problems, "sandbox", PolicyEntries.value("sandbox", FormTexts.given(sandbox)));
        add(problems, "effort", PolicyEntries.effort(FormTexts.given(effort)));
        add(problems, "model", PolicyEntries.plain(FormTexts.given(model)));
        add(problems, "timeout", PolicyEntries.value("timeout", FormTexts.given(timeout)));
        add(problems, "idleTimeout", PolicyEntries.value("idle-timeout", FormTexts.given(idleTimeout)));
        return problems;
    }

    private static void add(List<String> problems, String field, List<String> found) {
        found.forEach(problem -> problems.add(Messages.CodexPolicy_problem("defaults." + field, problem)));
    }

    boolean isEmpty() {
        return toRequest().equals(Defaults.NONE);
    }

    Defaults toRequest() {
        Optional<CaBundle> bundle = Optional.ofNullable(caBundle).map(CaBundleOptions::toRequest);
        return new Defaults(
                vault == null ? VaultRequest.builder().build() : vault.toRequest(),
                Optional.ofNullable(codex).map(CodexProgram.Installed::new),
                Optional.ofNullable(sandbox),
                Optional.ofNullable(model),
                Optional.ofNullable(effort),
                Optional.ofNullable(timeout),
                Optional.ofNullable(idleTimeout),
                bundle);
    }

    public @Nullable VaultOptions getVault() {
        return vault;
    }

    @DataBoundSetter
    public void setVault(@Nullable VaultOptions vault) {
        this.vault = vault == null || vault.isEmpty() ? null : vault;
    }

    public @Nullable CaBundleOptions getCaBundle() {
        return caBundle;
    }

    @DataBoundSetter
    public void setCaBundle(@Nullable CaBundleOptions caBundle) {
        this.caBundle = caBundle;
    }

    /** Name of a codex installation. */
    public @Nullable String getCodex() {
        return codex;
    }

    @DataBoundSetter
    public void setCodex(@Nullable String codex) {
        this.codex = Util.fixEmptyAndTrim(codex);
    }

    public @Nullable String getModel() {
        return model;
    }

    @DataBoundSetter
    public void setModel(@Nullable String model) {
        this.model = Util.fixEmptyAndTrim(model);
    }

    public @Nullable String getEffort() {
        return effort;
    }

    @DataBoundSetter
    public void setEffort(@Nullable String effort) {
        this.effort = Util.fixEmptyAndTrim(effort);
    }

    public @Nullable String getSandbox() {
        return sandbox;
    }

    @DataBoundSetter
    public void setSandbox(@Nullable String sandbox) {
        this.sandbox = Util.fixEmptyAndTrim(sandbox);
    }

    public @Nullable String getTimeout() {
        return timeout;
    }

    @DataBoundSetter
    public void setTimeout(@Nullable String timeout) {
        this.timeout = Util.fixEmptyAndTrim(timeout);
    }

    public @Nullable String getIdleTimeout() {
        return idleTimeout;
    }

    @DataBoundSetter
    public void setIdleTimeout(@Nullable String idleTimeout) {
        this.idleTimeout = Util.fixEmptyAndTrim(idleTimeout);
    }

    @Extension
    public static class DescriptorImpl extends Descriptor<CodexDefaults> {

        @Override
        public String getDisplayName() {
            return Messages.CodexDefaults_displayName();
        }

        /** @param configured what the form is about; of a folder's, a file of the controller can't be chosen */
        public List<Descriptor<CaBundleOptions>> caBundlesFor(@Nullable Object configured) {
            return Jenkins.get()
                    .<CaBundleOptions, Descriptor<CaBundleOptions>>getDescriptorList(CaBundleOptions.class)
                    .stream()
                    .filter(each -> !(configured instanceof Item) || each.clazz != ControllerFileCaBundle.class)
                    .toList();
        }

        /** What is chosen from the list of bundles has a class, but for the entry that chooses none. */
        @Override
        public CodexDefaults newInstance(@Nullable StaplerRequest2 request, JSONObject form) throws FormException {
            if (form.opt("caBundle") instanceof JSONObject bundle && !bundle.has("stapler-class")) {
                form.remove("caBundle");
            }
            return super.newInstance(request, form);
        }

        @POST
        public ListBoxModel doFillSandboxItems(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String sandbox) {
            return FormAccess.choices(item, KnownSettings.choices("sandbox"), sandbox);
        }

        @POST
        public ListBoxModel doFillEffortItems(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String effort) {
            return FormAccess.choices(item, EFFORTS, effort);
        }

        @POST
        public ListBoxModel doFillCodexItems(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String codex) {
            return FormAccess.choices(item, EffectiveConfiguration.codexInstallations(), codex);
        }

        @POST
        public FormValidation doCheckTimeout(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return FormTexts.answer(item, PolicyEntries.value("timeout", FormTexts.given(value)));
        }

        @POST
        public FormValidation doCheckIdleTimeout(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return FormTexts.answer(item, PolicyEntries.value("idle-timeout", FormTexts.given(value)));
        }
    }
}
