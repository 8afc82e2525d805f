package dev.codexrunner.journal;

import dev.codexrunner.file.RegularFile;
import dev.codexrunner.file.SystemReason;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads {@code exit.json}. */
public final class RunEndFile {

    public static final String FILE = "exit.json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private RunEndFile() {}

    /**
     * @param redactJson takes the secrets out of a JSON document and leaves it one
     * @throws dev.codexrunner.failure.FailureException {@link JournalFailure#JOURNAL_NOT_WRITTEN}
     */
    public static void write(Path folder, RunEnd end, UnaryOperator<String> redactJson) {
        JournalFile.write(folder.resolve(FILE), redactJson.apply(MAPPER.writeValueAsString(end)) + "\n");
    }

    /**
     * The end that lies in a folder; empty where there is none.
     *
     * @throws dev.codexrunner.failure.FailureException {@link JournalFailure#END_NOT_READABLE}
     */
    public static Optional<RunEnd> read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            @Nullable RunEnd end = MAPPER.readValue(RegularFile.text(file, JournalFile.MAX_BYTES), RunEnd.class);
            if (end == null || end.schemaVersion() != RunEnd.SCHEMA_VERSION) {
                throw JournalFailure.END_NOT_READABLE
                        .with(file, "It is of a version that this runner doesn't know")
                        .asException();
            }
            return Optional.of(end);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw JournalFailure.END_NOT_READABLE
                    .with(file, "The system said: " + SystemReason.of(unreadable))
                    .asException();
        } catch (JacksonException broken) {
            throw JournalFailure.END_NOT_READABLE
                    .with(file, "It is not what a runner writes")
                    .asException();
        }
    }
}
