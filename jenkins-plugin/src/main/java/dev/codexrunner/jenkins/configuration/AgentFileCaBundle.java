package dev.codexrunner.jenkins.configuration;

import dev.codexrunner.jenkins.request.CaBundle;
import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;

/** A PEM file that the agents have. */
@Restricted(NoExternalUse.class)
public class AgentFileCaBundle extends CaBundleOptions {

    private static final long serialVersionUID = 1;

    private final String path;

    @DataBoundConstructor
    public AgentFileCaBundle(@Nullable String path) {
        this.path = Util.fixNull(path).strip();
    }

    public String getPath() {
        return path;
    }

    @Override
    public CaBundle toRequest() {
        return new CaBundle.OnAgent(path);
    }

    @Extension
    @Symbol("agentFile")
    public static class DescriptorImpl extends Descriptor<CaBundleOptions> {

        @Override
        public String getDisplayName() {
            return Messages.AgentFileCaBundle_displayName();
        }
    }
}
