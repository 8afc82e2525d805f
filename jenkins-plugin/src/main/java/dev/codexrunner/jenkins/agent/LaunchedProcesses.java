package dev.codexrunner.jenkins.agent;

import dev.codexrunner.jenkins.failure.PluginFailureException;
import dev.codexrunner.jenkins.result.PluginFailure;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Proc;
import hudson.remoting.VirtualChannel;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import jenkins.MasterToSlaveFileCallable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Where what a launcher starts runs. Blocks such as {@code docker.inside} and {@code container} have it start processes in a
 * container: there is not the Java that the runner needs, nobody could stop it there, and some hand over the variables, the
 * secret among them, in a command line that every user of the machine can read.
 */
@Restricted(NoExternalUse.class)
public final class LaunchedProcesses {

    private static final String NAMESPACE = "/proc/self/ns/mnt";
    private static final long PATIENCE_S = 60;

    private LaunchedProcesses() {}

    /**
     * Has it start a process, without a secret, and compares what the kernel says of that one and of the agent.
     *
     * @throws PluginFailureException where they differ, or none can be started
     */
    public static void requireOnAgentItself(Launcher launcher, FilePath workspace, String node)
            throws IOException, InterruptedException {
        String agents = workspace.act(new OfAgent());
        if (agents.isEmpty()) {
            return;
        }
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Proc process;
        try {
            process = launcher.launch()
                    .cmds("/bin/sh", "-c", "PATH=/usr/bin:/bin; readlink " + NAMESPACE)
                    .pwd(workspace)
                    .stdout(output)
                    .quiet(true)
                    .start();
        } catch (IOException notStarted) {
            IOException named = MissingShell.orElse(notStarted, node);
            throw named instanceof PluginFailureException
                    ? named
                    : new PluginFailureException(
                            PluginFailure.AGENT_STARTS_NOTHING, node, String.valueOf(notStarted.getMessage()));
        }
        int exitCode = process.joinWithTimeout(PATIENCE_S, TimeUnit.SECONDS, launcher.getListener());
        String launched = output.toString(StandardCharsets.UTF_8).strip();
        if (exitCode != 0 || !launched.equals(agents)) {
            throw new PluginFailureException(PluginFailure.AGENT_IN_CONTAINER, node);
        }
    }

    /** Empty where the kernel does not say, as that of another system. */
    private static final class OfAgent extends MasterToSlaveFileCallable<String> {

        private static final long serialVersionUID = 1;

        @Override
        public String invoke(File workspace, VirtualChannel channel) {
            try {
                // A Pipeline's need not be there yet, and nothing starts in a folder that isn't.
                Files.createDirectories(workspace.toPath());
                return Files.readSymbolicLink(Path.of(NAMESPACE)).toString();
            } catch (IOException | UnsupportedOperationException none) {
                return "";
            }
        }
    }
}
