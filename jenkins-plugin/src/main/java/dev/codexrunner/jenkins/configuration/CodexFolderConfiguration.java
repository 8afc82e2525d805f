package dev.codexrunner.jenkins.configuration;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import com.cloudbees.hudson.plugins.folder.AbstractFolderProperty;
import com.cloudbees.hudson.plugins.folder.AbstractFolderPropertyDescriptor;
import dev.codexrunner.jenkins.request.Policy;
import java.util.ArrayList;
import java.util.List;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.variant.OptionalExtension;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** What who configures a folder sets for the jobs below it: defaults, and a policy that can only narrow. */
@Restricted(NoExternalUse.class)
public class CodexFolderConfiguration extends AbstractFolderProperty<AbstractFolder<?>> {

    private @Nullable CodexDefaults defaults;
    private @Nullable CodexPolicy policy;

    @DataBoundConstructor
    public CodexFolderConfiguration() {}

    public @Nullable CodexDefaults getDefaults() {
        return defaults;
    }

    @DataBoundSetter
    public void setDefaults(@Nullable CodexDefaults defaults) {
        this.defaults = defaults == null || defaults.isEmpty() ? null : defaults;
    }

    public @Nullable CodexPolicy getPolicy() {
        return policy;
    }

    @DataBoundSetter
    public void setPolicy(@Nullable CodexPolicy policy) {
        this.policy = policy == null || policy.isEmpty(Policy::forFolder) ? null : policy;
    }

    @OptionalExtension(requirePlugins = "cloudbees-folder")
    @Symbol("codexRunner")
    public static class DescriptorImpl extends AbstractFolderPropertyDescriptor {

        @Override
        public String getDisplayName() {
            return Messages.CodexFolderConfiguration_displayName();
        }

        /** Nothing for a folder that configures nothing: the form is on the page of every folder. */
        @Override
        public @Nullable AbstractFolderProperty<?> newInstance(@Nullable StaplerRequest2 request, JSONObject form)
                throws FormException {
            CodexFolderConfiguration configured = (CodexFolderConfiguration) super.newInstance(request, form);
            List<String> problems = new ArrayList<>();
            if (configured.defaults != null) {
                problems.addAll(configured.defaults.problems());
            }
            if (configured.policy != null) {
                problems.addAll(configured.policy.problems());
            }
            if (!problems.isEmpty()) {
                throw new FormException(
                        Messages.CodexGlobalConfiguration_notSaved(String.join(" ", problems)), "policy");
            }
            return configured.defaults == null && configured.policy == null ? null : configured;
        }
    }
}
