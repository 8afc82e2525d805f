package dev.codexrunner.changes;

import dev.codexrunner.file.SystemReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * What small text files held before the run, packed, on disk without a name like {@link TreeFile}: so that a change can be
 * shown line by line, against what was there and not against a commit. Where it can't be kept, the run goes on without.
 * Not thread-safe.
 */
final class KeptContents implements AutoCloseable {

    static final long NOT_KEPT = -1;

    /** On disk. Sources pack to a fifth, so that these are some 100 MiB of them. */
    private static final long MOST_BYTES = 24L * 1024 * 1024;

    private static final int SNIFFED = 8_192;

    private final Optional<RandomAccessFile> file;
    private Optional<String> lost;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final byte[] buffer = new byte[64 * 1024];
    private long size;
    private boolean full;

    private KeptContents(Optional<RandomAccessFile> file, Optional<String> lost) {
        this.file = file;
        this.lost = lost;
    }

    /** @param folder one that can be written; where it can't, nothing is kept */
    static KeptContents in(Path folder) {
        try {
            return new KeptContents(Optional.of(UnnamedFile.in(folder, "contents-before")), Optional.empty());
        } catch (IOException notMade) {
            return new KeptContents(Optional.empty(), Optional.of(SystemReason.of(notMade)));
        }
    }

    /** Why nothing is kept, or no longer: what the system said. */
    Optional<String> lost() {
        return lost;
    }

    static boolean isBinary(byte[] content) {
        for (int i = 0; i < Math.min(content.length, SNIFFED); i++) {
            if (content[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /** Where it lies, or {@link #NOT_KEPT}. */
    long keep(byte[] content) {
        if (file.isEmpty() || full || isBinary(content)) {
            return NOT_KEPT;
        }
        byte[] packed = packed(content);
        if (size + packed.length > MOST_BYTES) {
            full = true;
            return NOT_KEPT;
        }
        try {
            long at = size;
            file.get().seek(at);
            file.get().writeInt(packed.length);
            file.get().writeInt(content.length);
            file.get().write(packed);
            size = file.get().getFilePointer();
            return at;
        } catch (IOException diskFull) {
            lost = Optional.of(SystemReason.of(diskFull));
            giveTheDiskBack();
            return NOT_KEPT;
        }
    }

    /** The run's own record needs the room more. */
    private void giveTheDiskBack() {
        full = true;
        try {
            file.orElseThrow().setLength(0);
        } catch (IOException left) {
            // The system frees it with this process.
        }
        size = 0;
    }

    /** Empty where it was not kept, or can't be read any more. */
    Optional<byte[]> read(long at) {
        if (at < 0 || at >= size || file.isEmpty()) {
            return Optional.empty();
        }
        try {
            file.get().seek(at);
            byte[] packed = new byte[file.get().readInt()];
            byte[] content = new byte[file.get().readInt()];
            file.get().readFully(packed);
            return unpacked(packed, content) ? Optional.of(content) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private byte[] packed(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 3 + 16);
        deflater.reset();
        deflater.setInput(content);
        deflater.finish();
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        return packed.toByteArray();
    }

    private static boolean unpacked(byte[] packed, byte[] content) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            return inflater.inflate(content) == content.length;
        } catch (DataFormatException broken) {
            return false;
        } finally {
            inflater.end();
        }
    }

    @Override
    public void close() {
        deflater.end();
        try {
            if (file.isPresent()) {
                file.get().close();
            }
        } catch (IOException left) {
            // It has no name: the system frees it with this process.
        }
    }
}
