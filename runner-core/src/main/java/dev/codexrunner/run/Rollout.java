package dev.codexrunner.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thread's rollout file, read as it grows. Whatever can't be read leaves the facts as they were: codex owns this
 * file and may change its form, so nothing of ours depends on it beyond a budget and three fields of the report, and for the commands that the
 * event stream lacks.
 *
 * <p>Thread-safe.
 */
public final class Rollout {

    /** sessions/YYYY/MM/DD/rollout-TIME-THREAD.jsonl */
    private static final int SESSIONS_DEPTH = 4;

    private static final int CHUNK_BYTES = 64 * 1024;
    private static final int LONGEST_LINE_BYTES = 4 * 1024 * 1024;

    private final Path codexHome;
    private final String threadId;
    private Optional<Path> file = Optional.empty();
    private long position;
    private byte[] partial = new byte[0];
    private boolean skippingLine;
    private RolloutFacts facts = RolloutFacts.NONE;
    private final RolloutCommandReader commands = new RolloutCommandReader();

    public Rollout(Path codexHome, String threadId) {
        this.codexHome = codexHome;
        this.threadId = threadId;
    }

    String threadId() {
        return threadId;
    }

    /** The facts up to the last line that codex has finished writing. */
    public synchronized RolloutFacts read() {
        try {
            if (file.isEmpty()) {
                file = find();
            }
            if (file.isPresent()) {
                readFrom(file.get());
            }
        } catch (IOException gone) {
            // codex may be compressing or moving it; the next call tries again
        }
        return facts;
    }

    /** The commands up to the last line that was {@link #read}. */
    synchronized RolloutCommands commands() {
        return commands.commands();
    }

    /** Whether codex has begun such a file, so that the thread can be resumed. */
    public synchronized boolean exists() {
        try {
            return find().filter(found -> found.toFile().length() > 0).isPresent();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private Optional<Path> find() throws IOException {
        Path sessions = codexHome.resolve("sessions");
        if (!Files.isDirectory(sessions)) {
            return Optional.empty();
        }
        String ending = "-" + threadId + ".jsonl";
        try (Stream<Path> files = Files.find(
                sessions,
                SESSIONS_DEPTH,
                (path, attributes) -> attributes.isRegularFile()
                        && path.getFileName().toString().endsWith(ending))) {
            return files.findFirst();
        } catch (java.io.UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    private void readFrom(Path rollout) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(rollout)) {
            channel.position(position);
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
            while (channel.read(chunk) > 0) {
                chunk.flip();
                byte[] bytes = new byte[chunk.remaining()];
                chunk.get(bytes);
                chunk.clear();
                position += bytes.length;
                take(bytes);
            }
        }
    }

    private void take(byte[] bytes) {
        int start = 0;
        for (int index = 0; index < bytes.length; index++) {
            if (bytes[index] == '\n') {
                append(bytes, start, index);
                if (!skippingLine) {
                    String line = new String(partial, StandardCharsets.UTF_8);
                    facts = facts.and(line);
                    commands.accept(line);
                }
                partial = new byte[0];
                skippingLine = false;
                start = index + 1;
            }
        }
        append(bytes, start, bytes.length);
    }

    private void append(byte[] bytes, int from, int to) {
        if (skippingLine || partial.length + (to - from) > LONGEST_LINE_BYTES) {
            skippingLine = true;
            partial = new byte[0];
            return;
        }
        byte[] longer = java.util.Arrays.copyOf(partial, partial.length + (to - from));
        System.arraycopy(bytes, from, longer, partial.length, to - from);
        partial = longer;
    }
}
