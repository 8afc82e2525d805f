package dev.codexrunner.changes;

import java.util.Optional;

/**
 * What a run changed in a file, line by line.
 *
 * @param path as {@link ChangedPath#path()}
 * @param addedLines how many lines were added, also where they aren't shown
 * @param removedLines how many were taken away
 * @param hunks as in a unified diff, without the lines that name the file; empty where nothing is shown
 * @param note why nothing is shown, or what was left out
 */
public record FileDiff(
        String path, ChangeType kind, long addedLines, long removedLines, String hunks, Optional<String> note) {

    /** Of a file whose lines aren't shown. */
    static FileDiff notShown(ChangedPath file, String why) {
        return new FileDiff(file.path(), file.kind(), 0, 0, "", Optional.of(why));
    }
}
