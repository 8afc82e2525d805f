package dev.codexrunner.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes a file whole or not at all: a reader never sees half of it, whenever the runner is killed. */
public final class AtomicFile {

    private static final Set<PosixFilePermission> FOR_ALL = PosixFilePermissions.fromString("rw-r--r--");

    private AtomicFile() {}

    /**
     * Writes {@code text} as UTF-8, readable by the owner only. Replaces what is there; follows no link.
     *
     * @throws IOException when it can't; what was there before is then still there. {@link SystemReason} says why
     */
    public static void write(Path target, String text) throws IOException {
        writeAndRename(target, text.getBytes(StandardCharsets.UTF_8), false);
    }

    /**
     * As {@link #write}, but readable by every user of the machine: for what another user's program collects, and in which
     * nothing is secret.
     */
    public static void writeForAll(Path target, String text) throws IOException {
        writeAndRename(target, text.getBytes(StandardCharsets.UTF_8), true);
    }

    private static void writeAndRename(Path target, byte[] content, boolean forAll) throws IOException {
        Path folder = target.toAbsolutePath().resolveSibling(".").normalize();
        // createTempFile makes the file with mode 0600 where the file system knows modes.
        Path temporary = Files.createTempFile(folder, "." + target.getFileName() + ".", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer remaining = ByteBuffer.wrap(content);
                while (remaining.hasRemaining()) {
                    channel.write(remaining);
                }
                channel.force(true);
            }
            if (forAll) {
                Files.setPosixFilePermissions(temporary, FOR_ALL);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        syncFolder(folder);
    }

    /** Makes the rename itself last; not every file system can, and the content is safe already. */
    private static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // The rename is in force either way; only a power cut could undo it.
        }
    }
}
