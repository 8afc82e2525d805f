package dev.codexrunner.preflight;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The folders whose instructions codex reads: from the repository's root down to the working folder.
 *
 * @param root the repository's; the working folder itself where there is none
 * @param chain root first, working folder last
 */
record RepositoryFolders(Path root, List<Path> chain) {

    /** Found as codex finds them, by a {@code .git}, without asking git. */
    static RepositoryFolders of(Path workingFolder) {
        return of(workingFolder, List.of(".git"));
    }

    /** @param markers files or folders that tell the root */
    static RepositoryFolders of(Path workingFolder, List<String> markers) {
        Path start = workingFolder.toAbsolutePath().normalize();
        List<Path> upwards = new ArrayList<>();
        for (@Nullable Path at = start; at != null; at = at.getParent()) {
            upwards.add(at);
            Path folder = at;
            if (markers.stream().anyMatch(marker -> Files.exists(folder.resolve(marker)))) {
                Collections.reverse(upwards);
                return new RepositoryFolders(at, List.copyOf(upwards));
            }
        }
        return new RepositoryFolders(start, List.of(start));
    }

    /** The file's path as git writes it. */
    String inRepository(Path file) {
        return StreamSupport.stream(root.relativize(file).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }
}
