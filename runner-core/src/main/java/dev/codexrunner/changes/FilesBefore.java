package dev.codexrunner.changes;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * How the files stood before a run, kept on disk out of the agent's reach, to be compared with how they stand after it.
 * No git is asked: what it tells of a working folder hangs on files that the agent may change.
 */
public final class FilesBefore implements AutoCloseable {

    private static final long BYTES_READ = 64L * 1024 * 1024;

    private final WatchedFolders folders;
    private final TreeFile list;
    private final KeptContents contents;
    private final LongSupplier nanoTime;

    private FilesBefore(WatchedFolders folders, TreeFile list, KeptContents contents, LongSupplier nanoTime) {
        this.folders = folders;
        this.list = list;
        this.contents = contents;
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
            before = new FilesBefore(folders, TreeFile.in(folder), KeptContents.in(folder), nanoTime);
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
        if (state.type() != FileState.Type.FILE) {
            return entry;
        }
        return digests.read(visit.file(), state.size(), folders.isGated(entry.path()))
                .map(content -> new TreeEntry(
                        entry.path(), state.withContent(ContentDigest.of(content), kept(entry.path(), content))))
                .orElse(entry);
    }

    /** What is never shown needn't lie on a disk a second time. */
    private long kept(String path, byte[] content) {
        return CredentialNames.has(path) ? KeptContents.NOT_KEPT : contents.keep(content);
    }

    /**
     * Looks at all files again.
     *
     * @throws FailureException {@link ChangeFailure#CHANGES_NOT_KNOWN}
     */
    public Findings compare(ChangeRules rules) {
        ChangeTally tally = compared(rules);
        return new Findings(tally.changes(), tally.failure());
    }

    /**
     * The same, with the changes line by line.
     *
     * @param redact takes the secrets out of a file
     * @throws FailureException {@link ChangeFailure#CHANGES_NOT_KNOWN}
     */
    public Findings compare(ChangeRules rules, UnaryOperator<String> redact) {
        ChangeTally tally = compared(rules);
        TreeChanges changes = tally.changes();
        FileDiffs diffs = new DiffMaker(contents, redact).diffs(tally.changed(), changes.count());
        return new Findings(changes.with(diffs), tally.failure());
    }

    private ChangeTally compared(ChangeRules rules) {
        ChangeTally tally = new ChangeTally(folders, rules);
        try {
            new TreeComparison(list.reader(), new TreeWalk(folders, new WalkBounds(nanoTime)), tally).run();
        } catch (IOException unreadable) {
            throw ChangeFailure.notKnown("the list of files before the run", unreadable);
        }
        return tally;
    }

    @Override
    public void close() {
        contents.close();
        try {
            list.close();
        } catch (IOException left) {
            // It has no name: the system frees it with this process.
        }
    }
}
