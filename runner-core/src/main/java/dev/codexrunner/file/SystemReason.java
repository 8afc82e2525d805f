package dev.codexrunner.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** The system's reason for a failed access, without the path that its messages begin with. */
public final class SystemReason {

    private SystemReason() {}

    public static String of(IOException failed) {
        if (failed instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (failed instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failed instanceof NotDirectoryException) {
            return "something that is no folder stands in its way";
        }
        if (failed instanceof FileAlreadyExistsException) {
            return "it exists already";
        }
        if (failed instanceof CharacterCodingException) {
            return "it is no UTF-8 text";
        }
        String reason =
                failed instanceof FileSystemException inFileSystem ? inFileSystem.getReason() : failed.getMessage();
        if ("Is a directory".equals(reason)) {
            return "it is a directory";
        }
        return reason == null || reason.isBlank() ? failed.getClass().getSimpleName() : reason;
    }
}
