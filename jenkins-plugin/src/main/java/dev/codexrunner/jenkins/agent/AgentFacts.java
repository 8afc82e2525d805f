package dev.codexrunner.jenkins.agent;

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
import java.util.stream.Stream;
import jenkins.MasterToSlaveFileCallable;

/**
 * What has to be known of an agent before the runner starts there, looked up in one call.
 *
 * @param system name of the operating system
 * @param java the program that the agent itself runs on
 * @param javaIsThere whether it can be started
 * @param jarIsThere whether the jar lies where it was looked for, and has the digest
 * @param runFolder where the run's folder will be, without links
 * @param temporaryFolders which codex may write, by their names and without links
 */
record AgentFacts(
        String system,
        String java,
        boolean javaIsThere,
        boolean jarIsThere,
        String runFolder,
        List<String> temporaryFolders)
        implements Serializable {

    AgentFacts {
        temporaryFolders = new ArrayList<>(temporaryFolders);
    }

    boolean isLinux() {
        return system.equals("Linux");
    }

    /** The temporary folder in which the run's lies, as codex may write there. */
    Optional<String> temporaryFolder() {
        return temporaryFolders.stream()
                .filter(folder -> Path.of(runFolder).startsWith(folder))
                .findFirst();
    }

    /**
     * @param jar where the runner's jar belongs on that agent
     * @param runFolder which need not be there yet
     */
    static AgentFacts of(FilePath jar, String sha256, String runFolder) throws IOException, InterruptedException {
        return jar.act(new Look(sha256, runFolder));
    }

    private static final class Look extends MasterToSlaveFileCallable<AgentFacts> {

        private static final long serialVersionUID = 1;

        private final String sha256;
        private final String runFolder;

        Look(String sha256, String runFolder) {
            this.sha256 = sha256;
            this.runFolder = runFolder;
        }

        @Override
        public AgentFacts invoke(File jar, VirtualChannel channel) throws IOException {
            Path java = Path.of(System.getProperty("java.home"), "bin", "java");
            return new AgentFacts(
                    System.getProperty("os.name", ""),
                    java.toString(),
                    Files.isExecutable(java),
                    hasDigest(jar.toPath(), sha256),
                    LinkedPaths.real(Path.of(runFolder)).toString(),
                    temporary().stream()
                            .flatMap(folder -> Stream.of(
                                    folder, LinkedPaths.real(Path.of(folder)).toString()))
                            .distinct()
                            .toList());
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
