package dev.codexrunner.changes;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folders in which a run's changes are looked for, and how a path in them is named. None lies in another.
 *
 * @param folders without links, in the order of {@link TreeEntry#ORDER}
 * @param workingFolder to which reported paths are relative
 * @param top of the repository that the working folder belongs to; the working folder itself where there is none
 */
public record WatchedFolders(List<Path> folders, Path workingFolder, Path top) {

    /** What git itself keeps changing: the objects, and notes that nothing but git reads. Branches are not among them. */
    private static final Set<String> BOOKKEEPING = Set.of(
            "objects",
            "lfs",
            "logs",
            "index",
            "index.lock",
            "COMMIT_EDITMSG",
            "ORIG_HEAD",
            "FETCH_HEAD",
            "gc.log",
            "gc.pid");

    /**
     * @param writable folders that the agent may change
     * @param workingFolder without links
     * @param everywhere whether the agent may change what lies around them too: then its whole repository is watched
     */
    public static WatchedFolders of(List<Path> writable, Path workingFolder, boolean everywhere) {
        Path top = top(workingFolder).orElse(workingFolder);
        List<Path> all =
                everywhere ? Stream.concat(writable.stream(), Stream.of(top)).toList() : writable;
        List<Path> outermost = all.stream()
                .distinct()
                .filter(folder -> all.stream().noneMatch(other -> !other.equals(folder) && folder.startsWith(other)))
                .sorted(Comparator.comparing(PathText::of, TreeEntry.ORDER))
                .toList();
        return new WatchedFolders(outermost, workingFolder, top);
    }

    private static Optional<Path> top(Path workingFolder) {
        return Stream.iterate(workingFolder, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS))
                .findFirst();
    }

    /** Whether this path is passed over, with all that is in it. */
    boolean isBookkeeping(Path path) {
        Path parent = path.getParent();
        return parent != null
                && parent.equals(top.resolve(".git"))
                && BOOKKEEPING.contains(String.valueOf(path.getFileName()));
    }

    /** As the report and the globs name it. */
    String named(String path) {
        return below(PathText.of(workingFolder), path).orElse(path);
    }

    boolean isGated(String path) {
        return gatedAs(path).isPresent();
    }

    Optional<GatedPath> gatedAs(String path) {
        String belowTop = below(PathText.of(top), path)
                .or(() -> folders.stream()
                        .flatMap(folder -> below(PathText.of(folder), path).stream())
                        .findFirst())
                .orElse(path);
        return GatedPaths.of(belowTop);
    }

    private static Optional<String> below(String folder, String path) {
        String prefix = folder.endsWith("/") ? folder : folder + "/";
        return path.startsWith(prefix) ? Optional.of(path.substring(prefix.length())) : Optional.empty();
    }
}
