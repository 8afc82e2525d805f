package dev.codexrunner.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens files whose content is somebody else's: regular ones only, since a pipe or a device may never end. */
public final class RegularFile {

    private RegularFile() {}

    /** @throws IOException where there is none, or it is something else; {@link SystemReason} says why */
    public static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "it is a folder");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "it is a pipe or a device, not a regular file");
        }
        return Files.newInputStream(file);
    }

    /**
     * The whole of a UTF-8 text.
     *
     * @param maxBytes what it may be at most
     * @throws IOException also where it is larger or no UTF-8
     */
    public static String text(Path file, int maxBytes) throws IOException {
        try (InputStream in = open(file)) {
            byte[] bytes = in.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new FileSystemException(file.toString(), null, "it is larger than " + maxBytes + " bytes");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }
}
