package dev.codexrunner.jenkins.configuration;

import dev.codexrunner.jenkins.request.ConfigText;
import dev.codexrunner.jenkins.request.FixedSettings;
import dev.codexrunner.jenkins.request.Policy;
import dev.codexrunner.jenkins.request.PolicyBuilder;
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
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** What an administrator configures for the whole controller. */
@Extension
@Symbol("codexRunner")
@Restricted(NoExternalUse.class)
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
        requireNone(defaults == null ? List.of() : defaults.problems());
        this.defaults = defaults == null || defaults.isEmpty() ? null : defaults;
        save();
    }

    public @Nullable CodexPolicy getPolicy() {
        return policy;
    }

    @DataBoundSetter
    public void setPolicy(@Nullable CodexPolicy policy) {
        requireNone(policy == null ? List.of() : policy.problems());
        this.policy = policy == null || policy.isEmpty(Policy::forController) ? null : policy;
        save();
    }

    /** Lines of {@code key: value} that every run has, whatever a job says. */
    public @Nullable String getFixedSettings() {
        return fixedSettings;
    }

    @DataBoundSetter
    public void setFixedSettings(@Nullable String fixedSettings) {
        requireNone(FixedSettings.problems(Util.fixNull(fixedSettings)));
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
        List<String> problems = new ArrayList<>(newDefaults.problems());
        problems.addAll(newPolicy.problems());
        problems.addAll(FixedSettings.problems(form.optString("fixedSettings")));
        if (!problems.isEmpty()) {
            throw new FormException(Messages.CodexGlobalConfiguration_notSaved(String.join(" ", problems)), "policy");
        }
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

    /** What a file, a script or a form must not leave behind: every job of the controller would be refused for it. */
    private static void requireNone(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", problems));
        }
    }

    EffectiveConfiguration effective() {
        CodexDefaults ownDefaults = defaults == null ? new CodexDefaults() : defaults;
        CodexPolicy ownPolicy = policy == null ? new CodexPolicy() : policy;
        String fixed = Util.fixNull(fixedSettings);
        List<String> problems = new ArrayList<>(ownDefaults.problems());
        problems.addAll(ownPolicy.problems());
        FixedSettings.problems(fixed)
                .forEach(problem -> problems.add(Messages.CodexGlobalConfiguration_fixedSettings(problem)));
        PolicyBuilder start =
                Policy.forController().fixedSettings(ConfigText.parse(fixed).settings());
        return new EffectiveConfiguration(ownDefaults.toRequest(), ownPolicy.toRequest(start), problems);
    }

    @POST
    public FormValidation doCheckFixedSettings(@QueryParameter @Nullable String value) {
        return FormTexts.answer(null, FixedSettings.problems(Util.fixNull(value)));
    }
}
