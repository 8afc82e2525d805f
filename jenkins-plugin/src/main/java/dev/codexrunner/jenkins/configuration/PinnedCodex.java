package dev.codexrunner.jenkins.configuration;

import hudson.FilePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The codex that this version of the plugin was tested with: npm's lock file, and the digests of the programs in it, which
 * codex starts in its turn, the sandbox first of all.
 */
final class PinnedCodex {

    private static final String PACKAGES = "node_modules/@openai/";
    private static final String PROGRAM = "codex-linux-x64/vendor/x86_64-unknown-linux-musl/bin/codex";

    /** As Java names those that the digests are for. */
    private static final Set<String> PLATFORMS = Set.of("Linux amd64", "Linux x86_64");

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
     * Tells what of an installation differs: each file that is listed must be there with its digest, and no other.
     *
     * @param installed the folder in which npm has worked
     * @throws IOException naming the file, or the platform that has no digests
     */
    static void require(FilePath installed) throws IOException, InterruptedException {
        Map<String, String> expected = new HashMap<>();
        digests().forEach((path, digest) -> expected.put(PACKAGES + path, digest));
        PinnedFiles.Look look = installed.act(new PinnedFiles(expected));
        if (!PLATFORMS.contains(look.platform())) {
            throw new IOException(Messages.PinnedCodex_platform(look.platform()));
        }
        if (!look.isRight()) {
            String path = installed.child(look.path()).getRemote();
            throw new IOException(
                    look.sha256().equals(PinnedFiles.Look.UNKNOWN)
                            ? Messages.PinnedCodex_unknown(path, installed.getRemote())
                            : Messages.PinnedCodex_differs(path, look.sha256(), expected.get(look.path())));
        }
    }

    static String digestOfProgram() {
        return digests().getOrDefault(PROGRAM, "");
    }

    /** The native program itself: the wrapper in front of it would look for one in several places. */
    static FilePath programIn(FilePath installed) {
        return installed.child(PACKAGES + PROGRAM);
    }

    /** The folder in which npm has worked, where a path is that of its program; by the path alone. */
    static Optional<String> installedAt(String path, String nameOfFolder) {
        String ending = "/" + PACKAGES + PROGRAM;
        return Optional.of(path)
                .filter(each -> each.endsWith("/" + nameOfFolder + ending))
                .map(each -> each.substring(0, each.length() - ending.length()));
    }
}
