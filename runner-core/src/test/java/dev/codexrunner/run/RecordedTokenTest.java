package dev.codexrunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedTokenTest {

    private static final Secret TOKEN = Secret.of("token", "a-token-that-nobody-may-see");

    @TempDir
    Path home;

    private Path record;

    @BeforeEach
    void makeRecord() throws IOException {
        record = home.resolve("sessions/2026/11/21/rollout-x.jsonl");
        Files.createDirectories(record.getParent());
    }

    private boolean found() {
        return RecordedToken.isIn(home, TOKEN, Instant.now().minusSeconds(60));
    }

    @Test
    void a_record_without_it_tells_nothing() throws IOException {
        assertThat(found()).isFalse();
        Files.writeString(record, "{\"text\":\"a-token-that-nobody\"}\n");
        assertThat(found()).isFalse();
    }

    @Test
    void it_is_found_wherever_it_stands() throws IOException {
        // Around the border of what is read at once.
        for (int before : new int[] {0, 64 * 1024 - 5, 128 * 1024 - 1}) {
            Files.writeString(record, "x".repeat(before) + TOKEN.reveal() + "\n");
            assertThat(found()).as("after %d", before).isTrue();
        }
    }

    @Test
    void another_runs_record_is_not_looked_at() throws IOException {
        Files.writeString(record, TOKEN.reveal());
        Files.setLastModifiedTime(record, FileTime.from(Instant.now().minusSeconds(3600)));
        assertThat(found()).isFalse();
    }
}
