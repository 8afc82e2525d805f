package dev.codexrunner.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why the file system said no, in words. */
final class IoReason {

    private IoReason() {}

    static String of(IOException problem) {
        if (problem instanceof AccessDeniedException) {
            return "Permission is denied.";
        }
        if (problem instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist.";
        }
        if (problem instanceof FileAlreadyExistsException || problem instanceof NotDirectoryException) {
            return "Something that is no folder stands in its way.";
        }
        if (problem instanceof FileSystemException refused && refused.getReason() != null) {
            return "The system says: " + refused.getReason() + ".";
        }
        return "The system says: " + problem.getMessage() + ".";
    }
}
