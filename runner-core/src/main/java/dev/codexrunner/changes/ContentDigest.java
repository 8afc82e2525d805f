package dev.codexrunner.changes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Digests of what was there before, so that a change that is taken back counts as none. Bounded: of larger files, and
 * beyond a sum, only size and times are known, and then a touch counts as a change. Not thread-safe.
 */
final class ContentDigest {

    private static final int LARGEST = 256 * 1024;
    private static final int LARGEST_GATED = 1024 * 1024;
    private static final int KEPT_BYTES = 16;
    private static final int BUFFER = 64 * 1024;

    private long bytesLeft;

    /** @param bytes to read in all; what is gated comes on top */
    ContentDigest(long bytes) {
        this.bytesLeft = bytes;
    }

    /** What it holds; empty where that is too large or can't be read. */
    Optional<byte[]> read(Path file, long size, boolean gated) {
        int largest = gated ? LARGEST_GATED : LARGEST;
        if (size > largest || (!gated && size > bytesLeft)) {
            return Optional.empty();
        }
        bytesLeft -= gated ? 0 : size;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = in.readNBytes(largest + 1);
            return content.length > largest ? Optional.empty() : Optional.of(content);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    static String of(byte[] content) {
        MessageDigest digest = sha256();
        digest.update(content);
        return text(digest);
    }

    /** Its digest, or nothing where it can't be read. */
    static String of(Path file) {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            MessageDigest digest = sha256();
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return text(digest);
        } catch (IOException unreadable) {
            return "";
        }
    }

    static String ofText(String text) {
        MessageDigest digest = sha256();
        digest.update(text.getBytes(StandardCharsets.UTF_16BE));
        return text(digest);
    }

    private static String text(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest(), 0, KEPT_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
