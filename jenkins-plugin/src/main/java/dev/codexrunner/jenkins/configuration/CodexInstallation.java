package dev.codexrunner.jenkins.configuration;

import dev.codexrunner.jenkins.failure.PluginFailureException;
import dev.codexrunner.jenkins.result.PluginFailure;
import hudson.EnvVars;
import hudson.Extension;
import hudson.Util;
import hudson.model.EnvironmentSpecific;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.slaves.NodeSpecific;
import hudson.tools.ToolDescriptor;
import hudson.tools.ToolInstallation;
import hudson.tools.ToolInstaller;
import hudson.tools.ToolProperty;
import hudson.util.FormValidation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A codex on the agents: at a path, or brought there from npm. Its home is the program or the folder of its npm package. */
@Restricted(NoExternalUse.class)
public class CodexInstallation extends ToolInstallation
        implements NodeSpecific<CodexInstallation>, EnvironmentSpecific<CodexInstallation> {

    private static final long serialVersionUID = 1;

    private @Nullable String sha256;

    @DataBoundConstructor
    public CodexInstallation(String name, @Nullable String home, @Nullable List<? extends ToolProperty<?>> properties) {
        super(name, home, properties);
    }

    /** Digest that the native program must have; null where any will do. */
    public @Nullable String getSha256() {
        return sha256;
    }

    @DataBoundSetter
    public void setSha256(@Nullable String sha256) {
        this.sha256 = Util.fixEmptyAndTrim(sha256);
    }

    /**
     * The installation on an agent, made first where it is missing.
     *
     * @param environment of the build, for variables in the path
     * @throws IOException where it can't be installed, or has no path; the message is for the build log
     */
    public CodexOnAgent on(Node node, EnvVars environment, TaskListener log) throws IOException, InterruptedException {
        String home = forNode(node, log).forEnvironment(environment).getHome();
        if (Util.fixEmptyAndTrim(home) == null) {
            throw new PluginFailureException(PluginFailure.CODEX_TOOL_WITHOUT_PATH, getName());
        }
        Optional<String> pinned = CodexNpmInstaller.installedAt(home);
        return new CodexOnAgent(
                home, Optional.ofNullable(sha256).or(() -> pinned.map(own -> PinnedCodex.digestOfProgram())), pinned);
    }

    @Override
    public CodexInstallation forNode(Node node, TaskListener log) throws IOException, InterruptedException {
        return at(translateFor(node, log));
    }

    @Override
    public CodexInstallation forEnvironment(EnvVars environment) {
        return at(environment.expand(getHome()));
    }

    private CodexInstallation at(@Nullable String home) {
        CodexInstallation there =
                new CodexInstallation(getName(), home, getProperties().toList());
        there.setSha256(sha256);
        return there;
    }

    @Extension
    @Symbol("codex")
    public static class DescriptorImpl extends ToolDescriptor<CodexInstallation> {

        public DescriptorImpl() {
            load();
        }

        @Override
        public String getDisplayName() {
            return Messages.CodexInstallation_displayName();
        }

        @Override
        public void setInstallations(CodexInstallation... installations) {
            super.setInstallations(installations);
            save();
        }

        @Override
        public List<? extends ToolInstaller> getDefaultInstallers() {
            return List.of(new CodexNpmInstaller(null));
        }

        @POST
        public FormValidation doCheckSha256(@QueryParameter @Nullable String value) {
            boolean right = !Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                    || FormTexts.blank(value)
                    || value.strip().matches("[0-9a-fA-F]{64}");
            return right ? FormValidation.ok() : FormValidation.error(Messages.CodexInstallation_sha256());
        }
    }
}
