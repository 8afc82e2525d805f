package dev.codexrunner.journal;

import dev.codexrunner.file.RegularFile;
import dev.codexrunner.file.SystemReason;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads {@code run.json}. */
public final class RunManifestFile {

    public static final String FILE = "run.json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private RunManifestFile() {}

    /** @throws dev.codexrunner.failure.FailureException {@link JournalFailure#JOURNAL_NOT_WRITTEN} */
    public static void write(Path folder, RunManifest manifest) {
        JournalFile.write(folder.resolve(FILE), MAPPER.writeValueAsString(manifest) + "\n");
    }

    /**
     * The manifest that lies in a folder; empty where there is none.
     *
     * @throws dev.codexrunner.failure.FailureException {@link JournalFailure#MANIFEST_NOT_READABLE}
     */
    public static Optional<RunManifest> read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            @Nullable
            RunManifest manifest = MAPPER.readValue(RegularFile.text(file, JournalFile.MAX_BYTES), RunManifest.class);
            if (manifest == null) {
                throw JournalFailure.MANIFEST_NOT_READABLE
                        .with(file, "It is empty")
                        .asException();
            }
            if (manifest.schemaVersion() != RunManifest.SCHEMA_VERSION) {
                throw JournalFailure.MANIFEST_NOT_READABLE
                        .with(file, "It has version " + manifest.schemaVersion() + ", which this runner doesn't know")
                        .asException();
            }
            return Optional.of(manifest);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw JournalFailure.MANIFEST_NOT_READABLE
                    .with(file, "The system said: " + SystemReason.of(unreadable))
                    .asException();
        } catch (JacksonException broken) {
            TokenStreamLocation at = broken.getLocation();
            String place = at == null ? "" : ": line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw JournalFailure.MANIFEST_NOT_READABLE
                    .with(file, "It is no run.json" + place)
                    .asException();
        }
    }
}
