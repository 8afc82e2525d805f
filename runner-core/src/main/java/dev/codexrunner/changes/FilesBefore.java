package dev.codexrunner.changes;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How the files stood before a run, kept on disk out of the agent's reach, to be compared with how they stand after it.
 * No git is asked: what it tells of a working folder hangs on files that the agent may change.
 */
public final class FilesBefore implements AutoCloseable {

    /** In the report folder, while the run lasts. */
    public static final String FILE = "files-before";

    private static final long BYTES_READ = 64L * 1024 * 1024;

    private final WatchedFolders folders;
    private final Path file;
    private final LongSupplier nanoTime;

    private FilesBefore(WatchedFolders folders, Path file, LongSupplier nanoTime) {
        this.folders = folders;
        this.file = file;
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
     * @param folder takes the list of them; nothing that the agent may change
     * @throws FailureException {@link ChangeFailure#CHANGES_NOT_KNOWN}
     */
    public static FilesBefore look(WatchedFolders folders, Path folder, LongSupplier nanoTime) {
        FilesBefore before = new FilesBefore(folders, folder.resolve(FILE), nanoTime);
        boolean whole = false;
        try (TreeFile.Writer writer = new TreeFile.Writer(before.file)) {
            before.write(writer);
            whole = true;
            return before;
        } catch (IOException notWritten) {
            throw ChangeFailure.notKnown(before.file.toString(), notWritten);
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
        try (TreeFile.Reader before = new TreeFile.Reader(file)) {
            new TreeComparison(before, new TreeWalk(folders, new WalkBounds(nanoTime)), tally).run();
        } catch (IOException unreadable) {
            throw ChangeFailure.notKnown(file.toString(), unreadable);
        }
        return new Findings(tally.changes(), tally.failure());
    }

    /** Removes the list. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            // It holds names and times only, and the next run in this folder removes it.
        }
    }
}
