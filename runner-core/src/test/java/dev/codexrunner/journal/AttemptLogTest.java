package dev.codexrunner.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.events.TokenUsage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptLogTest {

    private static final Instant START = Instant.parse("2026-11-21T03:00:00Z");

    @TempDir
    Path folder;

    private static RecordedAttempt begun(int number) {
        return new RecordedAttempt(number, START, number > 1, 1_250, Optional.empty());
    }

    private static RecordedAttempt ended(int number, String reason) {
        return begun(number)
                .ended(new RecordedAttempt.End(
                        START.plusSeconds(9),
                        9_000,
                        Optional.of("01a1fcde-1939-72a0-85ce-fac61c636cef"),
                        OptionalInt.of(137),
                        OptionalInt.of(9),
                        "no_verdict",
                        "codex-killed",
                        reason,
                        true,
                        "Once more.",
                        Optional.of(new TokenUsage(100, 40, 0, 20, 5)),
                        Optional.empty()));
    }

    private void write(UnaryOperator<String> redact, RecordedAttempt... attempts) {
        try (AttemptLog log = AttemptLog.open(folder, redact)) {
            for (RecordedAttempt attempt : attempts) {
                log.append(attempt);
            }
            assertThat(log.failure()).isEmpty();
        }
    }

    @Test
    void what_is_written_is_read_again_and_the_last_word_on_an_attempt_counts() {
        write(UnaryOperator.identity(), begun(1), ended(1, "It was killed."), begun(2));

        assertThat(AttemptLog.read(folder)).containsExactly(ended(1, "It was killed."), begun(2));
    }

    @Test
    void a_folder_without_attempts_tells_of_none() {
        assertThat(AttemptLog.read(folder)).isEmpty();
    }

    @Test
    void a_line_that_a_kill_cut_off_is_passed_over() throws IOException {
        write(UnaryOperator.identity(), begun(1));
        Files.writeString(folder.resolve(AttemptLog.FILE), "{\"number\":1,\"star", StandardOpenOption.APPEND);

        assertThat(AttemptLog.read(folder)).containsExactly(begun(1));
    }

    @Test
    void it_holds_no_secret() throws IOException {
        write(json -> json.replace("hunter2", "***"), ended(1, "codex said: hunter2"));

        assertThat(Files.readString(folder.resolve(AttemptLog.FILE))).doesNotContain("hunter2");
        assertThat(AttemptLog.read(folder).get(0).end().orElseThrow().reason()).isEqualTo("codex said: ***");
    }

    @Test
    void a_file_of_an_earlier_run_is_refused() {
        write(UnaryOperator.identity(), begun(1));

        assertThatThrownBy(() -> AttemptLog.open(folder, UnaryOperator.identity()))
                .hasMessageContaining("journal-not-written");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null\n", "[]\n", "{}\n", "7\n", "\n", "{\"number\":0}\n", "{\"number\":1}\n"})
    void a_record_that_no_runner_writes_is_refused(String broken) throws IOException {
        Files.writeString(folder.resolve(AttemptLog.FILE), broken);

        assertThatThrownBy(() -> AttemptLog.read(folder)).hasMessageContaining("attempts-not-readable");
    }

    @Test
    void a_record_larger_than_a_runner_writes_is_refused() throws IOException {
        Files.write(folder.resolve(AttemptLog.FILE), new byte[5 * 1024 * 1024]);

        assertThatThrownBy(() -> AttemptLog.read(folder)).hasMessageContaining("attempts-not-readable");
    }
}
