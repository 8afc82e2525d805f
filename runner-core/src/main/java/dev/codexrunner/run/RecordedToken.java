package dev.codexrunner.run;

import dev.codexrunner.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks for the token in what codex recorded of a run: what stands there was sent to the model, or came from it. Bounded;
 * what can't be read tells nothing.
 */
final class RecordedToken {

    /** sessions/YYYY/MM/DD/rollout-TIME-THREAD.jsonl */
    private static final int SESSIONS_DEPTH = 4;

    private static final int MOST_FILES = 200;
    private static final long MOST_BYTES = 512L * 1024 * 1024;
    private static final int CHUNK = 64 * 1024;

    private RecordedToken() {}

    /** @param since what was written before is another run's */
    static boolean isIn(Path codexHome, Secret token, Instant since) {
        byte[] wanted = token.reveal().getBytes(StandardCharsets.UTF_8);
        Path sessions = codexHome.resolve("sessions");
        if (wanted.length == 0 || !Files.isDirectory(sessions)) {
            return false;
        }
        try (Stream<Path> files =
                Files.find(sessions, SESSIONS_DEPTH, (file, attributes) -> isOfThisRun(attributes, since))) {
            List<Path> records = files.limit(MOST_FILES).toList();
            long left = MOST_BYTES;
            for (Path record : records) {
                if (holds(record, wanted, left)) {
                    return true;
                }
                left -= Files.size(record);
            }
        } catch (IOException | UncheckedIOException gone) {
            return false;
        }
        return false;
    }

    private static boolean isOfThisRun(BasicFileAttributes attributes, Instant since) {
        // A file system may count whole seconds.
        return attributes.isRegularFile()
                && !attributes.lastModifiedTime().toInstant().isBefore(since.minusSeconds(2));
    }

    private static boolean holds(Path file, byte[] wanted, long most) throws IOException {
        // Text as Latin-1 is its bytes, one by one.
        String needle = new String(wanted, StandardCharsets.ISO_8859_1);
        String kept = "";
        long read = 0;
        try (InputStream in = Files.newInputStream(file)) {
            while (read < most) {
                byte[] chunk = in.readNBytes(CHUNK);
                if (chunk.length == 0) {
                    return false;
                }
                read += chunk.length;
                String text = kept + new String(chunk, StandardCharsets.ISO_8859_1);
                if (text.contains(needle)) {
                    return true;
                }
                kept = text.substring(Math.max(0, text.length() - wanted.length));
            }
        }
        return false;
    }
}
