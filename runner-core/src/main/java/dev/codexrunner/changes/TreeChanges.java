package dev.codexrunner.changes;

import java.util.List;

/**
 * What a run changed in all.
 *
 * @param count of all changed paths
 * @param gated how many of them are gated ones
 * @param files the first of them, gated ones before others; as many as a report can hold
 */
public record TreeChanges(long count, long gated, List<ChangedPath> files) {

    public TreeChanges {
        files = List.copyOf(files);
    }

    /** Whether {@link #files()} has them all. */
    public boolean listedWhole() {
        return files.size() == count;
    }
}
