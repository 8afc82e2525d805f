package dev.codexrunner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.failure.FailureException;
import dev.codexrunner.preflight.PromptFailure;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BoundedReadingTest {

    @Test
    void what_ends_is_read() {
        assertThat(new BoundedReading(Duration.ofMinutes(1), Duration.ofMinutes(1)).read("the prompt", () -> "hello"))
                .isEqualTo("hello");
    }

    @Test
    void a_pipe_that_nobody_closes_is_given_up() throws IOException {
        try (PipedOutputStream open = new PipedOutputStream();
                PipedInputStream pipe = new PipedInputStream(open)) {
            assertThatThrownBy(() -> new BoundedReading(Duration.ofMillis(50), Duration.ofMillis(50))
                            .read("the prompt", () -> all(pipe)))
                    .isInstanceOf(FailureException.class)
                    .hasMessageContaining("input-never-ended");
        }
    }

    @Test
    void a_signal_ends_the_wait() throws IOException {
        try (PipedOutputStream open = new PipedOutputStream();
                PipedInputStream pipe = new PipedInputStream(open)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> new BoundedReading(Duration.ofMinutes(1), Duration.ofMinutes(1))
                            .read("the prompt", () -> all(pipe)))
                    .isInstanceOf(FailureException.class)
                    .hasMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void a_failure_of_the_reading_is_passed_on_as_it_is() {
        assertThatThrownBy(() -> new BoundedReading(Duration.ofMinutes(1), Duration.ofMinutes(1))
                        .read("the prompt", () -> {
                            throw PromptFailure.PROMPT_EMPTY
                                    .with("standard input")
                                    .asException();
                        }))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("prompt-empty");
    }

    private static String all(PipedInputStream pipe) {
        try {
            return new String(pipe.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
