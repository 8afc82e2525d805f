package dev.codexrunner.journal;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.file.SystemReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads {@code attempts.jsonl}. Each line goes to the system at once, so that it survives a KILL of the
 * runner. Writing never throws; the first failure is remembered. One thread writes.
 */
public final class AttemptLog implements AutoCloseable {

    public static final String FILE = "attempts.jsonl";

    /** In bytes. A run has at most 11 attempts of at most three lines, each with one bounded reason. */
    private static final long LARGEST = 4 * 1024 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final Path file;
    private final FileChannel channel;
    private final UnaryOperator<String> redactJson;
    private Optional<Failure> failure = Optional.empty();

    private AttemptLog(Path file, FileChannel channel, UnaryOperator<String> redactJson) {
        this.file = file;
        this.channel = channel;
        this.redactJson = redactJson;
    }

    /**
     * @param folder exists; such a file of an earlier run in it is refused
     * @param redactJson takes the secrets out of a JSON document and leaves it one
     * @throws FailureException {@link JournalFailure#JOURNAL_NOT_WRITTEN}
     */
    public static AttemptLog open(Path folder, UnaryOperator<String> redactJson) {
        Path file = folder.resolve(FILE);
        try {
            return new AttemptLog(file, JournalFile.create(file), redactJson);
        } catch (IOException failed) {
            throw EventJournal.notWritten(file, failed).asException();
        }
    }

    /** Writes down what is known of an attempt now. */
    public void append(RecordedAttempt attempt) {
        try {
            String line = redactJson.apply(MAPPER.writeValueAsString(attempt)) + "\n";
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException failed) {
            remember(failed);
        }
    }

    private void remember(IOException failed) {
        failure = failure.or(() -> Optional.of(EventJournal.notWritten(file, failed)));
    }

    /** The first failure to write, if there was one. */
    public Optional<Failure> failure() {
        return failure;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            remember(failed);
        }
    }

    /**
     * The attempts that a folder tells of, in their order; none where there is no such file. A last line that was cut is
     * passed over.
     *
     * @throws FailureException {@link JournalFailure#ATTEMPTS_NOT_READABLE}
     */
    public static List<RecordedAttempt> read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (Files.size(file) > LARGEST) {
                throw notReadable(file, "It is larger than a runner writes");
            }
            return parse(file, Files.readString(file));
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException unreadable) {
            throw notReadable(file, "The system said: " + SystemReason.of(unreadable));
        }
    }

    private static List<RecordedAttempt> parse(Path file, String text) {
        Map<Integer, RecordedAttempt> byNumber = new TreeMap<>();
        List<String> whole =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        for (String line : whole) {
            try {
                RecordedAttempt attempt = MAPPER.readValue(line, RecordedAttempt.class);
                if (attempt == null || attempt.number() < 1) {
                    throw notReadable(file, "It is not what a runner writes");
                }
                byNumber.put(attempt.number(), attempt);
            } catch (JacksonException broken) {
                throw notReadable(file, "It is not what a runner writes");
            }
        }
        return List.copyOf(byNumber.values());
    }

    private static FailureException notReadable(Path file, String why) {
        return JournalFailure.ATTEMPTS_NOT_READABLE.with(file, why).asException();
    }
}
