package dev.codexrunner.run;

import dev.codexrunner.changes.ChangedPath;
import dev.codexrunner.changes.TreeChanges;
import dev.codexrunner.events.ItemStatus;
import dev.codexrunner.file.RealPath;
import dev.codexrunner.outcome.Transcript.ChangedFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What codex tells of changed files, against what was really changed. */
final class CodexAccount {

    private static final int MOST_NAMED = 3;

    private CodexAccount() {}

    /**
     * A sentence for each way in which they differ; none where they agree, or not all of the changes are listed.
     *
     * @param workingFolder without links
     */
    static List<String> differences(List<ChangedFile> told, TreeChanges found, Path workingFolder) {
        if (!found.listedWhole()) {
            return List.of();
        }
        List<String> patched = told.stream()
                .filter(file -> file.status() == ItemStatus.COMPLETED)
                .map(file -> named(file.path(), workingFolder))
                .toList();
        Set<String> changed = found.files().stream().map(ChangedPath::path).collect(Collectors.toSet());
        List<String> differences = new ArrayList<>();
        List<String> untold = changed.stream()
                .filter(path -> !patched.contains(path))
                .sorted()
                .toList();
        if (!untold.isEmpty()) {
            differences.add("Changed without a word of codex, most likely by commands: " + named(untold) + ".");
        }
        List<String> unfound =
                patched.stream().filter(path -> !changed.contains(path)).toList();
        if (!unfound.isEmpty()) {
            differences.add("Changed by codex's account, but as it was before or not in the watched folders: "
                    + named(unfound) + ".");
        }
        return differences;
    }

    private static String named(String told, Path workingFolder) {
        try {
            // codex names files by the working folder as it was given, which may lead through links.
            Path path = RealPath.ofEntry(workingFolder.resolve(told));
            return (path.startsWith(workingFolder) ? workingFolder.relativize(path) : path).toString();
        } catch (InvalidPathException noPath) {
            return told;
        }
    }

    private static String named(List<String> paths) {
        String first = paths.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return paths.size() <= MOST_NAMED ? first : first + " and " + (paths.size() - MOST_NAMED) + " more";
    }
}
