package dev.codexrunner.jenkins.agent;

import dev.codexrunner.jenkins.configuration.Sha256;
import hudson.FilePath;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jenkins.MasterToSlaveFileCallable;

/**
 * What has to be known of an agent before the runner starts there, looked up in one call.
 *
 * @param system name of the operating system
 * @param java the program that the agent itself runs on
 * @param javaIsThere whether it can be started
 * @param jarIsThere whether the jar lies where it was looked for, and has the digest
 * @param temporaryFolders which codex may write, as they are without links
 */
record AgentFacts(String system, String java, boolean javaIsThere, boolean jarIsThere, List<String> temporaryFolders)
        implements Serializable {

    AgentFacts {
        temporaryFolders = new ArrayList<>(temporaryFolders);
    }

    boolean isLinux() {
        return system.equals("Linux");
    }

    /** The temporary folder in which a path lies, as codex may write there. */
    Optional<String> temporaryFolderOf(String path) {
        return temporaryFolders.stream()
                .filter(folder -> path.equals(folder) || path.startsWith(folder + "/"))
                .findFirst();
    }

    /** @param jar where the runner's jar belongs on that agent */
    static AgentFacts of(FilePath jar, String sha256) throws IOException, InterruptedException {
        return jar.act(new Look(sha256));
    }

    private static final class Look extends MasterToSlaveFileCallable<AgentFacts> {

        private static final long serialVersionUID = 1;

        private final String sha256;

        Look(String sha256) {
            this.sha256 = sha256;
        }

        @Override
        public AgentFacts invoke(File jar, VirtualChannel channel) throws IOException {
            Path java = Path.of(System.getProperty("java.home"), "bin", "java");
            return new AgentFacts(
                    System.getProperty("os.name", ""),
                    java.toString(),
                    Files.isExecutable(java),
                    hasDigest(jar.toPath(), sha256),
                    temporary());
        }

        private static List<String> temporary() {
            List<String> folders = new ArrayList<>(List.of("/tmp"));
            Optional.ofNullable(System.getenv("TMPDIR"))
                    .filter(path -> path.length() > 1 && path.startsWith("/"))
                    .map(path -> path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
                    .ifPresent(folders::add);
            return folders;
        }
    }

    /** Whether this is a plain file with that digest. */
    static boolean hasDigest(Path file, String sha256) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (InputStream bytes = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Sha256.of(bytes).equals(sha256);
        }
    }
}
