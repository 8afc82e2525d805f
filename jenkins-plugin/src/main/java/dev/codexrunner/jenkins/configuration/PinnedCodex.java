package dev.codexrunner.jenkins.configuration;

import dev.codexrunner.jenkins.failure.PluginFailureException;
import dev.codexrunner.jenkins.result.PluginFailure;
import hudson.FilePath;
import hudson.model.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The codex that this version of the plugin was tested with: npm's lock file, and the digests of the programs in it, which
 * codex starts in its turn, the sandbox first of all.
 */
final class PinnedCodex {

    private static final String PACKAGE = "@openai/codex";
    private static final String PROGRAM = "/bin/codex";

    private PinnedCodex() {}

    /** A file of the folder in which npm is to work. */
    static byte[] resource(String name) {
        try (InputStream resource = PinnedCodex.class.getResourceAsStream("/dev/codexrunner/jenkins/codex/" + name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " of codex is missing in the plugin");
            }
            return resource.readAllBytes();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Path below {@code node_modules/@openai} to SHA-256, of every platform that is known. */
    static Map<String, String> digests() {
        Properties properties = new Properties();
        try (InputStream resource = PinnedCodex.class.getResourceAsStream("codex-digests.properties")) {
            properties.load(resource);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        Map<String, String> digests = new HashMap<>();
        properties.stringPropertyNames().forEach(path -> digests.put(path, properties.getProperty(path)));
        return digests;
    }

    /**
     * Tells what of an installation differs from its digest.
     *
     * @param packages the folder {@code node_modules/@openai}
     * @throws PluginFailureException naming the file
     */
    static void requireDigests(FilePath packages) throws IOException, InterruptedException {
        for (Map.Entry<String, String> expected : digests().entrySet()) {
            String path = expected.getKey();
            FilePath platform = packages.child(path.substring(0, path.indexOf('/')));
            if (!platform.isDirectory()) {
                continue;
            }
            String has = packages.child(path).act(new Sha256OfFile());
            if (!has.equals(expected.getValue())) {
                throw new PluginFailureException(
                        PluginFailure.CODEX_TOOL_CHANGED, packages.child(path).getRemote(), has, expected.getValue());
            }
        }
    }

    /** Of an installation that {@link CodexNpmInstaller} made; empty for every other, and for a platform without digests. */
    static Optional<String> digestOfProgram(Node node, String home) throws IOException, InterruptedException {
        FilePath folder = node.createPath(home);
        if (folder == null || !CodexNpmInstaller.hasMade(folder)) {
            return Optional.empty();
        }
        FilePath packages = folder.getParent();
        for (Map.Entry<String, String> expected : digests().entrySet()) {
            if (expected.getKey().endsWith(PROGRAM)
                    && packages.child(expected.getKey()).exists()) {
                return Optional.of(expected.getValue());
            }
        }
        return Optional.empty();
    }

    /** The folder of the package, which the runner takes for a codex. */
    static FilePath packageIn(FilePath installed) {
        return installed.child("node_modules").child(PACKAGE);
    }
}
