package dev.codexrunner.jenkins.agent;

import hudson.FilePath;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jenkins.MasterToSlaveFileCallable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Where paths below a workspace lead to. A checkout has links as it likes, and what the policy sees of a path is its text. */
@Restricted(NoExternalUse.class)
public final class LinkedPaths {

    private LinkedPaths() {}

    /**
     * Those that lead out of the workspace, with what they lead to.
     *
     * @param paths relative to the workspace; they need not be there
     */
    public static Map<String, String> leadingOut(FilePath workspace, Collection<String> paths)
            throws IOException, InterruptedException {
        return paths.isEmpty() ? Map.of() : workspace.act(new Look(new ArrayList<>(paths)));
    }

    /** Without links, as far as it is there. */
    static Path real(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        for (Path there = whole; there != null; there = there.getParent()) {
            try {
                return there.toRealPath().resolve(there.relativize(whole));
            } catch (IOException missing) {
                if (Files.isSymbolicLink(there)) {
                    return target(there).resolve(there.relativize(whole));
                }
                // The folder that it would be in, then.
            }
        }
        return whole;
    }

    /** Of a link to what is not there, or not yet. */
    private static Path target(Path link) {
        try {
            return link.resolveSibling(Files.readSymbolicLink(link)).normalize();
        } catch (IOException gone) {
            return link;
        }
    }

    private static final class Look extends MasterToSlaveFileCallable<Map<String, String>> {

        private static final long serialVersionUID = 1;

        private final List<String> paths;

        Look(List<String> paths) {
            this.paths = paths;
        }

        @Override
        public Map<String, String> invoke(File workspace, VirtualChannel channel) {
            Path real = real(workspace.toPath());
            Map<String, String> out = new LinkedHashMap<>();
            for (String path : paths) {
                Path end = real(workspace.toPath().resolve(path));
                if (!end.startsWith(real)) {
                    out.put(path, end.toString());
                }
            }
            return out;
        }
    }
}
