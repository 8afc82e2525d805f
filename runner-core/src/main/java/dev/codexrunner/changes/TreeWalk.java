package dev.codexrunner.changes;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Everything in the watched folders, in {@link TreeEntry#ORDER}, links not followed. In memory is one path of open
 * folders, never the tree. Not thread-safe.
 */
final class TreeWalk {

    private static final String ATTRIBUTES =
            "unix:mode,size,lastModifiedTime,ctime,ino,isDirectory,isRegularFile,isSymbolicLink";
    private static final int PERMISSION_BITS = 07777;

    /** A file that is still to be visited. */
    private record Found(Path path, String text) {}

    private final WatchedFolders folders;
    private final WalkBounds bounds;
    private final Deque<Iterator<Found>> open = new ArrayDeque<>();

    TreeWalk(WatchedFolders folders, WalkBounds bounds) {
        this.folders = folders;
        this.bounds = bounds;
        open.push(folders.folders().stream()
                .map(folder -> new Found(folder, PathText.of(folder)))
                .iterator());
    }

    /** A file and where it is. */
    record Visit(Path file, TreeEntry entry) {}

    /**
     * The next one; empty at the end.
     *
     * @throws dev.codexrunner.failure.FailureException {@link ChangeFailure#CHANGES_NOT_KNOWN}
     */
    Optional<Visit> next() {
        while (!open.isEmpty()) {
            if (!open.element().hasNext()) {
                open.pop();
                continue;
            }
            Found found = open.element().next();
            bounds.count(found.text());
            try {
                return Optional.of(new Visit(found.path(), new TreeEntry(found.text(), enter(found))));
            } catch (NoSuchFileException vanished) {
                // Gone since its folder was listed: as if it had never been.
            } catch (IOException unreadable) {
                throw ChangeFailure.notKnown(found.text(), unreadable);
            }
        }
        return Optional.empty();
    }

    private FileState enter(Found found) throws IOException {
        FileState state = state(found.path());
        if (state.type() != FileState.Type.FOLDER) {
            return state;
        }
        try {
            open.push(children(found).iterator());
            return state;
        } catch (AccessDeniedException closed) {
            if (mayBeOpenedByTheAgent(found.path())) {
                throw ChangeFailure.CHANGES_NOT_KNOWN
                        .with("the folder " + PathText.shown(found.text()) + " can't be looked into")
                        .asException();
            }
            return new FileState(
                    FileState.Type.CLOSED_FOLDER, state.mode(), 0, 0, 0, state.inode(), "", KeptContents.NOT_KEPT);
        } catch (NotDirectoryException | DirectoryIteratorException changedUnderUs) {
            throw ChangeFailure.notKnown(found.text(), changedUnderUs);
        }
    }

    /** Its owner can open a closed folder, change what is in it, and close it again. */
    private static boolean mayBeOpenedByTheAgent(Path folder) throws IOException {
        Object owner = Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        return Files.isWritable(folder) || owner.equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    private List<Found> children(Found folder) throws IOException {
        List<Found> children = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.path())) {
            for (Path entry : entries) {
                if (!folders.isBookkeeping(entry)) {
                    Path name = Optional.ofNullable(entry.getFileName()).orElse(entry);
                    String parent = folder.text().equals("/") ? "" : folder.text();
                    children.add(new Found(entry, parent + "/" + PathText.of(name)));
                    bounds.inOneFolder(children.size(), folder.text());
                }
            }
        }
        children.sort(Comparator.comparing(Found::text, TreeEntry.ORDER));
        return children;
    }

    private static FileState state(Path file) throws IOException {
        Map<String, Object> read = Files.readAttributes(file, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        FileState.Type type = type(read);
        return new FileState(
                type,
                (Integer) read.getOrDefault("mode", 0) & PERMISSION_BITS,
                // A folder's size and times change with what is in it, which is looked at by itself.
                type.isFolder() ? 0 : (Long) read.getOrDefault("size", 0L),
                type.isFolder() ? 0 : nanos(read.get("lastModifiedTime")),
                type.isFolder() ? 0 : nanos(read.get("ctime")),
                type.isFolder() ? 0 : (Long) read.getOrDefault("ino", 0L),
                type == FileState.Type.LINK ? ContentDigest.ofText(PathText.of(Files.readSymbolicLink(file))) : "",
                KeptContents.NOT_KEPT);
    }

    private static FileState.Type type(Map<String, Object> read) {
        if (Boolean.TRUE.equals(read.get("isDirectory"))) {
            return FileState.Type.FOLDER;
        }
        if (Boolean.TRUE.equals(read.get("isSymbolicLink"))) {
            return FileState.Type.LINK;
        }
        return Boolean.TRUE.equals(read.get("isRegularFile")) ? FileState.Type.FILE : FileState.Type.OTHER;
    }

    private static long nanos(@Nullable Object time) {
        return time instanceof FileTime known ? known.to(TimeUnit.NANOSECONDS) : 0;
    }
}
