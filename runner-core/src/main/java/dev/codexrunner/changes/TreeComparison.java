package dev.codexrunner.changes;

import java.io.IOException;
import java.util.Optional;

/** What lies between two walks of the same folders: both come in the same order, so that one pass suffices. */
final class TreeComparison {

    private final TreeFile.Reader before;
    private final TreeWalk after;
    private final ChangeTally tally;

    TreeComparison(TreeFile.Reader before, TreeWalk after, ChangeTally tally) {
        this.before = before;
        this.after = after;
        this.tally = tally;
    }

    /**
     * Tells the tally of every change.
     *
     * @throws dev.codexrunner.failure.FailureException {@link ChangeFailure#CHANGES_NOT_KNOWN}
     */
    void run() throws IOException {
        Optional<TreeEntry> was = before.next();
        Optional<TreeWalk.Visit> is = after.next();
        while (was.isPresent() || is.isPresent()) {
            int order = order(was, is);
            if (order < 0) {
                deleted(was.orElseThrow());
            } else if (order > 0) {
                added(is.orElseThrow());
            } else {
                compare(was.orElseThrow().state(), is.orElseThrow());
            }
            was = order <= 0 ? before.next() : was;
            is = order >= 0 ? after.next() : is;
        }
    }

    private static int order(Optional<TreeEntry> was, Optional<TreeWalk.Visit> is) {
        if (was.isEmpty() || is.isEmpty()) {
            return was.isEmpty() ? 1 : -1;
        }
        return TreeEntry.ORDER.compare(was.get().path(), is.get().entry().path());
    }

    private void deleted(TreeEntry entry) {
        if (!entry.state().type().isFolder()) {
            tally.add(entry.path(), ChangeType.DELETED, Optional.of(entry.state()), Optional.empty());
        }
    }

    private void added(TreeWalk.Visit visit) {
        refuseClosed(visit);
        if (!visit.entry().state().type().isFolder()) {
            tally.add(visit.entry().path(), ChangeType.ADDED, Optional.empty(), Optional.of(visit));
        }
    }

    private void compare(FileState was, TreeWalk.Visit visit) {
        FileState is = visit.entry().state();
        if (was.type() != is.type()) {
            refuseClosed(visit);
            tally.add(visit.entry().path(), ChangeType.REPLACED, Optional.of(was), Optional.of(visit));
        } else if (!is.untouchedSince(was)) {
            touched(was, is, visit);
        }
    }

    private void touched(FileState was, FileState is, TreeWalk.Visit visit) {
        String path = visit.entry().path();
        if (is.type() == FileState.Type.LINK) {
            if (!was.content().equals(is.content())) {
                tally.add(path, ChangeType.REPLACED, Optional.of(was), Optional.of(visit));
            }
        } else if (!is.type().isFolder() && !hasContentOf(was, is, visit)) {
            tally.add(path, ChangeType.MODIFIED, Optional.of(was), Optional.of(visit));
        } else if (was.mode() != is.mode()) {
            tally.add(path, ChangeType.PERMISSIONS, Optional.of(was), Optional.of(visit));
        }
    }

    /** A file that was written and put back is as good as untouched, where we know what it held. */
    private static boolean hasContentOf(FileState was, FileState is, TreeWalk.Visit visit) {
        return is.type() == FileState.Type.FILE
                && was.size() == is.size()
                && !was.content().isEmpty()
                && was.content().equals(ContentDigest.of(visit.file()));
    }

    /** A folder that the run has closed may hide anything. */
    private static void refuseClosed(TreeWalk.Visit visit) {
        if (visit.entry().state().type() == FileState.Type.CLOSED_FOLDER) {
            throw ChangeFailure.CHANGES_NOT_KNOWN
                    .with("the folder " + PathText.shown(visit.entry().path()) + " can no longer be looked into")
                    .asException();
        }
    }
}
