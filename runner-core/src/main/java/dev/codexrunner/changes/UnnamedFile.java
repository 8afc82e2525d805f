package dev.codexrunner.changes;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that loses its name as soon as it is open, so that nobody changes, moves or finds it, and nothing of it outlives
 * the process.
 */
final class UnnamedFile {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private UnnamedFile() {}

    /** @param folder one that can be written */
    static RandomAccessFile in(Path folder, String prefix) throws IOException {
        Path named = Files.createTempFile(folder, prefix, "", OWNER_ONLY);
        try {
            return new RandomAccessFile(named.toFile(), "rw");
        } finally {
            Files.delete(named);
        }
    }
}
