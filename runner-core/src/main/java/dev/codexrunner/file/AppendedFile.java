package dev.codexrunner.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file to which several programs add lines. */
public final class AppendedFile {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Set<OpenOption> APPENDING =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);

    private static final int MOST_TRIES = 100_000;

    private AppendedFile() {}

    /**
     * Adds a line, in one write to the end of the file as it then is, so that lines of others never mix with it. A file
     * that isn't there is made, for its owner only. Follows no link. Where the file ends in the middle of a line, that line
     * is ended first.
     *
     * @param line with its line break
     * @throws IOException when it can't, or the file is no regular one; {@link SystemReason} says why
     */
    public static synchronized void append(Path file, String line) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(
                    file.toString(), null, Files.isSymbolicLink(file) ? "it is a link" : "it is no regular file");
        }
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        try (FileChannel channel =
                posix ? FileChannel.open(file, APPENDING, OWNER_ONLY) : FileChannel.open(file, APPENDING)) {
            // Of a line that another is just writing, the beginning alone may be seen.
            lock(channel);
            try (FileChannel reader = readable(file)) {
                // Closing the reader gives up the lock, so it comes last.
                byte[] bytes = (endsInMidLine(reader) ? "\n" + line : line).getBytes(StandardCharsets.UTF_8);
                write(file, channel, bytes);
            }
        }
    }

    /**
     * Given up when the file is closed. Where the file system has none, or somebody keeps it, the line is written all the
     * same, in one piece; then a blank line may come between two lines.
     */
    private static void lock(FileChannel channel) {
        try {
            // A writer keeps it for microseconds. Whoever keeps it longer must not hold up the end of a run.
            for (int tries = 0; tries < MOST_TRIES && channel.tryLock() == null; tries++) {
                Thread.onSpinWait();
            }
        } catch (IOException noLocks) {
            // Written without.
        }
    }

    private static void write(Path file, FileChannel channel, byte[] bytes) throws IOException {
        int written = channel.write(ByteBuffer.wrap(bytes));
        if (written < bytes.length) {
            // A further write could land behind another's line.
            throw new FileSystemException(
                    file.toString(), null, "only " + written + " of " + bytes.length + " bytes were taken");
        }
    }

    /** Nothing where it may only be written. */
    private static @Nullable FileChannel readable(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException writableOnly) {
            return null;
        }
    }

    /** Whether somebody before ran out of disk: without a line break of our own, two lines would be lost for one. */
    private static boolean endsInMidLine(@Nullable FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return channel != null
                && channel.size() > 0
                && channel.read(last, channel.size() - 1) == 1
                && last.get(0) != '\n';
    }
}
