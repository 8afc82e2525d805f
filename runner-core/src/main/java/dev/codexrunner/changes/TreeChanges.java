package dev.codexrunner.changes;

import java.util.List;
import java.util.Optional;

/**
 * What a run changed in all.
 *
 * @param count of all changed paths
 * @param gated how many of them are gated ones
 * @param files the first of them, gated ones before others; as many as a report can hold
 * @param diffs what changed in them; empty in records of earlier versions, and where nobody looked
 */
public record TreeChanges(long count, long gated, List<ChangedPath> files, Optional<FileDiffs> diffs) {

    public TreeChanges {
        files = List.copyOf(files);
        // A record may be anybody's: what is listed counts in any case.
        count = Math.max(count, files.size());
        gated = Math.max(gated, files.stream().filter(ChangedPath::gated).count());
    }

    public TreeChanges(long count, long gated, List<ChangedPath> files) {
        this(count, gated, files, Optional.empty());
    }

    /** The same, with what changed in the files. */
    public TreeChanges with(FileDiffs found) {
        return new TreeChanges(count, gated, files, Optional.of(found));
    }

    /** Whether {@link #files()} has them all. */
    public boolean listedWhole() {
        return files.size() == count;
    }
}
