package dev.codexrunner.file;

import java.io.IOException;
import java.nio.file.Path;

/** Where a path leads, whether or not all of it exists. */
public final class RealPath {

    private RealPath() {}

    /** The path, absolute, with its links followed as far as it exists. */
    public static Path of(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        for (Path existing = absolute; existing != null; existing = existing.getParent()) {
            try {
                return existing.toRealPath()
                        .resolve(existing.relativize(absolute))
                        .normalize();
            } catch (IOException missing) {
                // Look at the parent.
            }
        }
        return absolute;
    }

    /** The same, but the last name itself isn't followed: a link is named, not what it leads to. */
    public static Path ofEntry(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        return folder == null ? absolute : of(folder).resolve(absolute.getFileName());
    }
}
