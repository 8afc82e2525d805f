package dev.codexrunner.jenkins.configuration;

import dev.codexrunner.jenkins.request.ConfigText;
import dev.codexrunner.jenkins.request.Policy;
import hudson.BulkChange;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** What an administrator configures for the whole controller. */
@Extension
@Symbol("codexRunner")
public class CodexGlobalConfiguration extends GlobalConfiguration {

    private @Nullable CodexDefaults defaults;
    private @Nullable CodexPolicy policy;
    private @Nullable String fixedSettings;

    public CodexGlobalConfiguration() {
        load();
    }

    public static CodexGlobalConfiguration get() {
        return ExtensionList.lookupSingleton(CodexGlobalConfiguration.class);
    }

    @Override
    public String getDisplayName() {
        return Messages.CodexGlobalConfiguration_displayName();
    }

    public @Nullable CodexDefaults getDefaults() {
        return defaults;
    }

    @DataBoundSetter
    public void setDefaults(@Nullable CodexDefaults defaults) {
        this.defaults = defaults == null || defaults.isEmpty() ? null : defaults;
        save();
    }

    public @Nullable CodexPolicy getPolicy() {
        return policy;
    }

    @DataBoundSetter
    public void setPolicy(@Nullable CodexPolicy policy) {
        this.policy = policy == null || policy.isEmpty() ? null : policy;
        save();
    }

    /** Lines of {@code key: value} that every run has, whatever a job says. */
    public @Nullable String getFixedSettings() {
        return fixedSettings;
    }

    @DataBoundSetter
    public void setFixedSettings(@Nullable String fixedSettings) {
        this.fixedSettings = Util.fixEmptyAndTrim(fixedSettings);
        save();
    }

    /** All or nothing. A form without our part, as one that could not be drawn, must not take the policy away. */
    @Override
    public boolean configure(StaplerRequest2 request, JSONObject form) throws FormException {
        if (!form.has("defaults") || !form.has("policy")) {
            return true;
        }
        CodexDefaults newDefaults = Descriptor.bindJSON(request, CodexDefaults.class, form.getJSONObject("defaults"));
        CodexPolicy newPolicy = Descriptor.bindJSON(request, CodexPolicy.class, form.getJSONObject("policy"));
        try (BulkChange atOnce = new BulkChange(this)) {
            setDefaults(newDefaults);
            setPolicy(newPolicy);
            setFixedSettings(form.optString("fixedSettings"));
            atOnce.commit();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return true;
    }

    EffectiveConfiguration effective() {
        List<String> problems = new ArrayList<>();
        ConfigText fixed = ConfigText.parse(Util.fixNull(fixedSettings));
        fixed.problems().forEach(problem -> problems.add(Messages.CodexGlobalConfiguration_fixedSettings(problem)));
        CodexPolicy configured = policy == null ? new CodexPolicy() : policy;
        return new EffectiveConfiguration(
                (defaults == null ? new CodexDefaults() : defaults).toRequest(),
                configured.toRequest(Policy.forController().fixedSettings(fixed.settings()), problems),
                problems);
    }

    @POST
    public FormValidation doCheckFixedSettings(@QueryParameter @Nullable String value) {
        if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            return FormValidation.ok();
        }
        List<String> problems = ConfigText.parse(Util.fixNull(value)).problems();
        return problems.isEmpty() ? FormValidation.ok() : FormValidation.error(String.join(" ", problems));
    }
}
