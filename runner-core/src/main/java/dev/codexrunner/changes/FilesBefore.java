package dev.codexrunner.changes;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How the files stood before a run, kept on disk out of the agent's reach, to be compared with how they stand after it.
 * No git is asked: what it tells of a working folder hangs on files that the agent may change.
 */
public final class FilesBefore implements AutoCloseable {

    private static final long BYTES_READ = 64L * 1024 * 1024;

    private final WatchedFolders folders;
    private final TreeFile list;
    private final LongSupplier nanoTime;

    private FilesBefore(WatchedFolders folders, TreeFile list, LongSupplier nanoTime) {
        this.folders = folders;
        this.list = list;
        this.nanoTime = nanoTime;
    }

    /**
     * What has come of a run.
     *
     * @param failure the rule that was broken, the gravest; empty where none was
     */
    public record Findings(TreeChanges changes, Optional<Failure> failure) {}

    /**
     * Looks at all files as they stand.
     *
     * @param folder on a disk that has room for the list of them, some 80 bytes a file
     * @throws FailureException {@link ChangeFailure#CHANGES_NOT_KNOWN}
     */
    public static FilesBefore look(WatchedFolders folders, Path folder, LongSupplier nanoTime) {
        FilesBefore before;
        try {
            before = new FilesBefore(folders, TreeFile.in(folder), nanoTime);
        } catch (IOException notMade) {
            throw ChangeFailure.notKnown(folder.toString(), notMade);
        }
        boolean whole = false;
        try {
            before.write(before.list.writer());
            whole = true;
            return before;
        } catch (IOException notWritten) {
            throw ChangeFailure.notKnown(folder.toString(), notWritten);
        } finally {
            if (!whole) {
                before.close();
            }
        }
    }

    private void write(TreeFile.Writer writer) throws IOException {
        TreeWalk walk = new TreeWalk(folders, new WalkBounds(nanoTime));
        ContentDigest digests = new ContentDigest(BYTES_READ);
        for (Optional<TreeWalk.Visit> visit = walk.next(); visit.isPresent(); visit = walk.next()) {
            writer.write(withContent(visit.get(), digests));
        }
        writer.flush();
    }

    private TreeEntry withContent(TreeWalk.Visit visit, ContentDigest digests) {
        TreeEntry entry = visit.entry();
        FileState state = entry.state();
        return state.type() == FileState.Type.FILE
                ? new TreeEntry(
                        entry.path(),
                        state.withContent(digests.of(visit.file(), state.size(), folders.isGated(entry.path()))))
                : entry;
    }

    /**
     * Looks at all files again.
     *
     * @throws FailureException {@link ChangeFailure#CHANGES_NOT_KNOWN}
     */
    public Findings compare(ChangeRules rules) {
        ChangeTally tally = new ChangeTally(folders, rules);
        try {
            new TreeComparison(list.reader(), new TreeWalk(folders, new WalkBounds(nanoTime)), tally).run();
        } catch (IOException unreadable) {
            throw ChangeFailure.notKnown("the list of files before the run", unreadable);
        }
        return new Findings(tally.changes(), tally.failure());
    }

    @Override
    public void close() {
        try {
            list.close();
        } catch (IOException left) {
            // It has no name: the system frees it with this process.
        }
    }
}
