package dev.codexrunner.jenkins.configuration;

import hudson.FilePath;
import hudson.model.Node;
import java.io.IOException;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * A codex installation on an agent.
 *
 * @param path of the program or of the folder of its npm package, as {@code --codex-path} takes it
 * @param sha256 that the native program must have, for {@code --codex-sha256}
 * @param pinned the folder that must hold what this plugin's lock file names and nothing else
 */
@Restricted(NoExternalUse.class)
public record CodexOnAgent(String path, Optional<String> sha256, Optional<String> pinned) {

    /**
     * To be asked right before the start, as other builds run on that agent.
     *
     * @throws IOException naming the file that differs; the message is for the build log
     */
    public void requireUnchanged(Node node) throws IOException, InterruptedException {
        FilePath folder = pinned.isPresent() ? node.createPath(pinned.get()) : null;
        if (folder != null) {
            PinnedCodex.require(folder);
        }
    }
}
