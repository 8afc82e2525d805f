package dev.codexrunner.jenkins.configuration;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jenkins.MasterToSlaveFileCallable;

/**
 * Looks on the agent for what an installation has too much, too little or otherwise. A build that may write there and has ended
 * long since can have left anything, such as a program that goes before the genuine one.
 */
final class PinnedFiles extends MasterToSlaveFileCallable<PinnedFiles.Look> {

    private static final long serialVersionUID = 1;

    /** Text that no program is started from. */
    private static final Set<String> BESIDES = Set.of(
            "package.json",
            "package-lock.json",
            CodexNpmInstaller.DONE,
            "node_modules/.package-lock.json",
            "node_modules/.bin/codex",
            "node_modules/@openai/codex/README.md",
            "node_modules/@openai/codex/package.json",
            "node_modules/@openai/codex/bin/codex.js",
            "node_modules/@openai/codex-linux-x64/README.md",
            "node_modules/@openai/codex-linux-x64/package.json");

    private final HashMap<String, String> digests;

    /** @param digests by the path below the installation */
    PinnedFiles(Map<String, String> digests) {
        this.digests = new HashMap<>(digests);
    }

    /**
     * What was seen.
     *
     * @param platform as Java names it
     * @param path the first file that is not as it should be; empty where each is
     * @param sha256 its digest; {@link #NONE} where it is missing or no plain file, {@link #UNKNOWN} where it should not be there
     */
    record Look(String platform, String path, String sha256) implements Serializable {

        static final String NONE = "none";
        static final String UNKNOWN = "unknown";

        boolean isRight() {
            return path.isEmpty();
        }
    }

    @Override
    public Look invoke(File installed, VirtualChannel channel) throws IOException {
        String platform = System.getProperty("os.name", "") + " " + System.getProperty("os.arch", "");
        if (!Files.isDirectory(installed.toPath(), LinkOption.NOFOLLOW_LINKS)) {
            return new Look(platform, ".", Look.UNKNOWN);
        }
        for (Map.Entry<String, String> expected : digests.entrySet()) {
            String has = digest(installed.toPath().resolve(expected.getKey()));
            if (!has.equals(expected.getValue())) {
                return new Look(platform, expected.getKey(), has);
            }
        }
        return new Look(platform, unknown(installed.toPath()), Look.UNKNOWN);
    }

    private static String digest(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Look.NONE;
        }
        try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Sha256.of(content);
        }
    }

    /** What is not on the list, links to folders among it: the walk follows none. */
    private String unknown(Path installed) throws IOException {
        Set<String> known = new HashSet<>(BESIDES);
        known.addAll(digests.keySet());
        List<String> found = new ArrayList<>();
        Files.walkFileTree(installed, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String path = installed.relativize(file).toString();
                if (known.contains(path)) {
                    return FileVisitResult.CONTINUE;
                }
                found.add(path);
                return FileVisitResult.TERMINATE;
            }
        });
        return found.isEmpty() ? "" : found.get(0);
    }
}
