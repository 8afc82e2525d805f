package dev.codexrunner.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a user's programs keep what is private to them, after the XDG base directories. */
final class StateFolders {

    /** Readable by its owner only. */
    static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private StateFolders() {}

    /** The user's state and cache folders, best first. */
    static List<Path> candidates(Map<String, String> env) {
        Optional<Path> home = absolute(env, "HOME");
        return Stream.of(
                        absolute(env, "XDG_STATE_HOME"),
                        home.map(folder -> folder.resolve(".local/state")),
                        absolute(env, "XDG_CACHE_HOME"),
                        home.map(folder -> folder.resolve(".cache")))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** The temporary folders that all share. */
    static List<Path> temporary(Map<String, String> env) {
        return Stream.of(absolute(env, "TMPDIR"), Optional.of(Path.of("/tmp")))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<Path> absolute(Map<String, String> env, String name) {
        return Optional.ofNullable(env.get(name))
                .filter(value -> value.startsWith("/"))
                .map(Path::of);
    }

    /** The agent must reach neither a folder above it, which holds it, nor one inside it. */
    static Optional<Path> overlap(Path path, List<Path> agentFolders) {
        return agentFolders.stream()
                .map(StateFolders::real)
                .filter(folder -> path.startsWith(folder) || folder.startsWith(path))
                .findFirst();
    }

    static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
