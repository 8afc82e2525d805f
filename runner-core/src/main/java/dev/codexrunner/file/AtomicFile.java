package dev.codexrunner.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
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

    /** What a file is to hold, of any length. */
    public interface Content {

        /** @param file may be closed, but needn't */
        void writeTo(OutputStream file) throws IOException;
    }

    /**
     * Writes {@code text} as UTF-8, readable by the owner only. Replaces what is there; follows no link.
     *
     * @throws IOException when it can't; what was there before is then still there. {@link SystemReason} says why
     */
    public static void write(Path target, String text) throws IOException {
        write(target, file -> file.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * As {@link #write(Path, String)}, piece by piece.
     *
     * @throws IOException also where {@code content} throws it
     */
    public static void write(Path target, Content content) throws IOException {
        writeAndRename(target, content, false);
    }

    /**
     * As {@link #write(Path, String)}, but readable by every user of the machine: for what another user's program collects, and in which
     * nothing is secret.
     */
    public static void writeForAll(Path target, String text) throws IOException {
        writeAndRename(target, file -> file.write(text.getBytes(StandardCharsets.UTF_8)), true);
    }

    private static void writeAndRename(Path target, Content content, boolean forAll) throws IOException {
        Path folder = target.toAbsolutePath().resolveSibling(".").normalize();
        // createTempFile makes the file with mode 0600 where the file system knows modes.
        Path temporary = Files.createTempFile(folder, "." + target.getFileName() + ".", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
                    OutputStream file = new Unclosed(Channels.newOutputStream(channel))) {
                content.writeTo(file);
                file.flush();
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

    /** Whoever closes it is done, but the file is still to be forced to the disk. */
    private static final class Unclosed extends BufferedOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
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
