package dev.codexrunner.jenkins.configuration;

import dev.codexrunner.jenkins.failure.PluginFailureException;
import dev.codexrunner.jenkins.result.PluginFailure;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.tools.ToolInstallation;
import hudson.tools.ToolInstaller;
import hudson.tools.ToolInstallerDescriptor;
import hudson.util.ArgumentListBuilder;
import hudson.util.FormValidation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * Brings codex to an agent by {@code npm ci} with the lock file in this plugin: npm refuses what differs from its digests,
 * from whichever registry it comes, and all files are looked at again right before each use. Install scripts never run.
 * Needs npm on the agent.
 */
@Restricted(NoExternalUse.class)
public class CodexNpmInstaller extends ToolInstaller {

    static final String DONE = ".installed-by-codex-runner";
    private static final long LONGEST_MINUTES = 10;

    private @Nullable String registry;

    @DataBoundConstructor
    public CodexNpmInstaller(@Nullable String label) {
        super(label);
    }

    /** Address of the company's registry; null for the one that npm on the agent is configured with. */
    public @Nullable String getRegistry() {
        return registry;
    }

    @DataBoundSetter
    public void setRegistry(@Nullable String registry) {
        this.registry = Util.fixEmptyAndTrim(registry);
    }

    /** Beside one another for each lock file, so that an update takes nothing from under a run. */
    @Override
    public FilePath performInstallation(ToolInstallation tool, Node node, TaskListener log)
            throws IOException, InterruptedException {
        FilePath home = preferredLocation(tool, node);
        FilePath folder = home.child(nameOfLock());
        if (!folder.child(DONE).exists()) {
            log.getLogger().println(Messages.CodexNpmInstaller_installing(folder.getRemote()));
            install(folder, home.child("unfinished." + UUID.randomUUID()), node, log);
        }
        return PinnedCodex.programIn(folder);
    }

    /** The folder of an installation that this one brings; empty where the path is that of another. */
    static Optional<String> installedAt(String codex) throws IOException {
        return PinnedCodex.installedAt(codex, nameOfLock());
    }

    /** Elsewhere first, and moved when it is whole: two builds may want it at once. */
    private void install(FilePath folder, FilePath unfinished, Node node, TaskListener log)
            throws IOException, InterruptedException {
        try {
            unfinished.mkdirs();
            for (String name : List.of("package.json", "package-lock.json")) {
                unfinished.child(name).copyFrom(new ByteArrayInputStream(PinnedCodex.resource(name)));
            }
            npm(unfinished, node, log);
            PinnedCodex.require(unfinished);
            unfinished.child(DONE).touch(System.currentTimeMillis());
            if (!folder.child(DONE).exists()) {
                folder.deleteRecursive();
                unfinished.renameTo(folder);
            }
        } finally {
            unfinished.deleteRecursive();
        }
    }

    private void npm(FilePath folder, Node node, TaskListener log) throws IOException, InterruptedException {
        Launcher launcher = node.createLauncher(log);
        ArgumentListBuilder command =
                new ArgumentListBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        List<String> environment = new ArrayList<>(List.of("npm_config_update_notifier=false"));
        if (registry != null) {
            requirePlain(registry);
            environment.add("npm_config_registry=" + registry);
        }
        int exitCode;
        try {
            exitCode = launcher.launch()
                    .cmds(launcher.isUnix() ? command : command.toWindowsCommand())
                    .envs(environment.toArray(String[]::new))
                    .pwd(folder)
                    .quiet(true)
                    .stdout(log)
                    .start()
                    .joinWithTimeout(LONGEST_MINUTES, TimeUnit.MINUTES, log);
        } catch (IOException cause) {
            throw new PluginFailureException(
                    PluginFailure.CODEX_TOOL_NO_NPM, node.getDisplayName(), cause.getMessage());
        }
        if (exitCode != 0) {
            throw new PluginFailureException(PluginFailure.CODEX_TOOL_NPM_FAILED, exitCode, node.getDisplayName());
        }
    }

    private static void requirePlain(String registry) throws PluginFailureException {
        FormValidation validation = FormTexts.address(registry);
        if (validation.kind != FormValidation.Kind.OK) {
            throw new PluginFailureException(PluginFailure.CODEX_TOOL_REGISTRY_INVALID);
        }
    }

    private static String nameOfLock() throws IOException {
        return Sha256.of(new ByteArrayInputStream(PinnedCodex.resource("package-lock.json")))
                .substring(0, 16);
    }

    @Extension
    @Symbol("codexFromNpm")
    public static class DescriptorImpl extends ToolInstallerDescriptor<CodexNpmInstaller> {

        @Override
        public String getDisplayName() {
            return Messages.CodexNpmInstaller_displayName();
        }

        @Override
        public boolean isApplicable(Class<? extends ToolInstallation> toolType) {
            return toolType == CodexInstallation.class;
        }

        @POST
        public FormValidation doCheckRegistry(@QueryParameter @Nullable String value) {
            return Jenkins.get().hasPermission(Jenkins.ADMINISTER) ? FormTexts.address(value) : FormValidation.ok();
        }
    }
}
