package dev.codexrunner.journal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** The system's reason for a failed access, without the path that its messages begin with. */
final class SystemReason {

    private SystemReason() {}

    static String of(IOException failed) {
        if (failed instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (failed instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failed instanceof FileAlreadyExistsException) {
            return "it exists already";
        }
        String reason =
                failed instanceof FileSystemException inFileSystem ? inFileSystem.getReason() : failed.getMessage();
        return reason == null || reason.isBlank() ? failed.getClass().getSimpleName() : reason;
    }
}
