package dev.codexrunner.jenkins.result;

import java.util.List;

/**
 * The files that the run has really changed.
 *
 * @param count all changed paths
 * @param gated of those, files that later steps run or obey by their name
 * @param files the first gated and the first other ones
 * @param diffs what changed in them; empty where nobody could look
 * @param leftOutOfDiffs changed files without an entry there
 */
public record ChangesView(long count, long gated, List<ChangedFile> files, List<FileDiff> diffs, long leftOutOfDiffs) {

    public ChangesView {
        files = List.copyOf(files);
        diffs = List.copyOf(diffs);
    }

    /** @param kind added, modified, deleted, replaced or permissions */
    public record ChangedFile(String path, String kind, boolean gated) {}
}
