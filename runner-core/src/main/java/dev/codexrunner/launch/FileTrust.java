package dev.codexrunner.launch;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who could change a file, or put another in its place: its owner, the owners of the folders above it, and whoever may
 * write one of them.
 */
final class FileTrust {

    private static final int GROUP_OR_OTHERS_WRITE = 0022;
    private static final int STICKY = 01000;
    private static final int ROOT = 0;

    /** What is wrong with one file or folder. */
    enum Weakness {
        WRITABLE_BY_OTHERS,
        FOREIGN_OWNER
    }

    /**
     * A weak place.
     *
     * @param path the file or folder
     * @param weakness what is wrong with it
     * @param owner its owner's user id
     */
    record Finding(Path path, Weakness weakness, int owner) {}

    private FileTrust() {}

    /**
     * The weak place nearest to the root, among the file and all folders above it.
     *
     * @param realPath without links
     * @throws IOException when one of them can't be examined
     */
    static Optional<Finding> weakestAbove(Path realPath) throws IOException {
        for (int depth = 0; depth <= realPath.getNameCount(); depth++) {
            Path part = depth == 0 ? realPath.getRoot() : realPath.getRoot().resolve(realPath.subpath(0, depth));
            Optional<Finding> finding = examine(part, depth < realPath.getNameCount());
            if (finding.isPresent()) {
                return finding;
            }
        }
        return Optional.empty();
    }

    /** A weak place in a folder, links aside: what they lead to lies elsewhere, and their own permissions mean nothing. */
    static Optional<Finding> weakestBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(path -> !Files.isSymbolicLink(path))::iterator) {
                Optional<Finding> finding = examine(file, false);
                if (finding.isPresent()) {
                    return finding;
                }
            }
        }
        return Optional.empty();
    }

    /** The weakness of one path by itself. */
    static Optional<Finding> examine(Path path, boolean isAncestor) throws IOException {
        int owner = (Integer) Files.getAttribute(path, "unix:uid");
        int mode = (Integer) Files.getAttribute(path, "unix:mode");
        if (owner != ROOT && owner != new UnixSystem().getUid()) {
            return Optional.of(new Finding(path, Weakness.FOREIGN_OWNER, owner));
        }
        // In a sticky folder of root's, /tmp above all, everybody may add, but only an owner can rename or delete; and
        // the next step down checks that owner.
        boolean sticky = isAncestor && owner == ROOT && (mode & STICKY) != 0;
        return (mode & GROUP_OR_OTHERS_WRITE) != 0 && !sticky
                ? Optional.of(new Finding(path, Weakness.WRITABLE_BY_OTHERS, owner))
                : Optional.empty();
    }
}
