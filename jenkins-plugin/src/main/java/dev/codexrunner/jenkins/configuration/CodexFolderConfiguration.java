package dev.codexrunner.jenkins.configuration;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import com.cloudbees.hudson.plugins.folder.AbstractFolderProperty;
import com.cloudbees.hudson.plugins.folder.AbstractFolderPropertyDescriptor;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.variant.OptionalExtension;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** What who configures a folder sets for the jobs below it: defaults, and a policy that can only narrow. */
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
        this.defaults = defaults;
    }

    public @Nullable CodexPolicy getPolicy() {
        return policy;
    }

    @DataBoundSetter
    public void setPolicy(@Nullable CodexPolicy policy) {
        this.policy = policy;
    }

    @OptionalExtension(requirePlugins = "cloudbees-folder")
    @Symbol("codexRunner")
    public static class DescriptorImpl extends AbstractFolderPropertyDescriptor {

        @Override
        public String getDisplayName() {
            return Messages.CodexFolderConfiguration_displayName();
        }
    }
}
