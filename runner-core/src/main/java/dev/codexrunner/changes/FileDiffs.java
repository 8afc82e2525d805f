package dev.codexrunner.changes;

import java.util.List;

/**
 * The diffs of the changed files, as many as a report can hold.
 *
 * @param files in the order of {@link TreeChanges#files()}
 * @param leftOut how many changed files have none here
 */
public record FileDiffs(List<FileDiff> files, long leftOut) {

    public FileDiffs {
        files = List.copyOf(files);
    }
}
