package dev.codexrunner.launch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Deletes a folder with all that is in it. Links are deleted, never followed. */
public final class FolderRemoval {

    /** A process that is just ending may still write into the folder while it is being emptied. */
    private static final int ATTEMPTS = 5;

    private FolderRemoval() {}

    /** Says whether the folder is gone. */
    public static boolean remove(Path folder) {
        for (int attempt = 0; attempt < ATTEMPTS && Files.exists(folder, LinkOption.NOFOLLOW_LINKS); attempt++) {
            try {
                Files.walkFileTree(folder, new Remover());
            } catch (IOException e) {
                // Something appeared or vanished meanwhile: the next attempt sees it as it is.
            }
        }
        return !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
    }

    private static final class Remover extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            try {
                // A folder without write permission, such as Go's module cache makes, can't be emptied.
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            } catch (IOException | UnsupportedOperationException e) {
                // Then deleting tells.
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
