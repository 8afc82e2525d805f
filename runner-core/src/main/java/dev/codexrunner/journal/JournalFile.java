package dev.codexrunner.journal;

import dev.codexrunner.file.AtomicFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** The files of a run's record: for their owner only, and each failure to write them under one name. */
final class JournalFile {

    /** Far more than {@code run.json} and {@code exit.json} ever hold. */
    static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private JournalFile() {}

    /** @throws dev.codexrunner.failure.FailureException {@link JournalFailure#JOURNAL_NOT_WRITTEN} */
    static void write(Path file, String text) {
        try {
            AtomicFile.write(file, text);
        } catch (IOException failed) {
            throw EventJournal.notWritten(file, failed).asException();
        }
    }

    /** What tells this very file from another of its name; empty where there is none, or a link on the way to it. */
    static Optional<Object> identity(Path file) {
        try {
            boolean moved = Files.isSymbolicLink(file.toAbsolutePath().getParent());
            return moved
                    ? Optional.empty()
                    : Optional.ofNullable(
                            Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                                    .fileKey());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** A new file to write into as things happen; one that is there already is refused. */
    static FileChannel create(Path file) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix ? FileChannel.open(file, options, OWNER_ONLY) : FileChannel.open(file, options);
    }
}
