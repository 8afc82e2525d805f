package dev.codexrunner.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where codex's npm packages keep the native program for one platform. The package {@code @openai/codex} itself is a
 * Node program that only starts it, 90 ms slower and with Node's variables.
 *
 * @param name the platform package
 * @param target the folder in it, a Rust target
 */
record NativePackage(String name, String target) {

    private static final String WRAPPER = "codex.js";

    /**
     * The package for a platform as Java names it; empty where codex has none.
     *
     * @param osName {@code os.name}
     * @param osArch {@code os.arch}
     */
    static Optional<NativePackage> of(String osName, String osArch) {
        boolean mac = osName.toLowerCase(Locale.ROOT).startsWith("mac");
        if (!mac && !osName.equals("Linux")) {
            return Optional.empty();
        }
        return switch (osArch) {
            case "amd64", "x86_64" ->
                Optional.of(
                        mac
                                ? new NativePackage("codex-darwin-x64", "x86_64-apple-darwin")
                                : new NativePackage("codex-linux-x64", "x86_64-unknown-linux-musl"));
            case "aarch64", "arm64" ->
                Optional.of(
                        mac
                                ? new NativePackage("codex-darwin-arm64", "aarch64-apple-darwin")
                                : new NativePackage("codex-linux-arm64", "aarch64-unknown-linux-musl"));
            default -> Optional.empty();
        };
    }

    static NativePackage ofThisMachine() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"))
                .orElseGet(() -> new NativePackage("codex-for-this-platform", "unknown"));
    }

    /** The Node wrapper that a given file or folder stands for: itself, or the one in an npm folder. */
    static Optional<Path> wrapper(Path given) {
        return Stream.of(
                        given,
                        given.resolve("bin").resolve(WRAPPER),
                        given.resolve("node_modules/@openai/codex/bin").resolve(WRAPPER),
                        given.resolve("lib/node_modules/@openai/codex/bin").resolve(WRAPPER))
                .filter(path -> path.endsWith(WRAPPER) && Files.isRegularFile(path))
                .findFirst();
    }

    /** The native program in this platform's own package, when that is what was given. */
    Optional<Path> inPlatformPackage(Path given) {
        return Optional.of(program(given)).filter(Files::isRegularFile);
    }

    /**
     * The native program that a wrapper would start, looked up as Node does: in {@code node_modules} of each folder above
     * it, then in the wrapper's own package.
     *
     * @param wrapper bin/codex.js, without links
     */
    Optional<Path> behind(Path wrapper) {
        Path own = wrapper.resolveSibling("..").normalize();
        Stream<Path> above = Stream.iterate(own, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("node_modules/@openai").resolve(name));
        return Stream.concat(above, Stream.of(own))
                .map(this::program)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private Path program(Path packageFolder) {
        return packageFolder.resolve("vendor").resolve(target).resolve("bin/codex");
    }
}
