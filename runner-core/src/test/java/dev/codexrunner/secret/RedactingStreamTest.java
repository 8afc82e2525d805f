package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RedactingStreamTest {

    private final Redactor redactor = new Redactor();
    private final Target target = new Target();

    @Test
    void flushing_passes_on_what_is_decided_and_flushes_the_target_and_keeps_the_beginning_of_a_secret()
            throws IOException {
        redactor.learn(Secret.of("db", "swordfish-99"));
        OutputStream stream = redactor.redacting(target);
        stream.write(bytes("open swordfish"));

        stream.flush();

        assertThat(target.text()).isEqualTo("open ");
        assertThat(target.flushed).isEqualTo(1);
    }

    @Test
    void closing_passes_on_the_rest_flushes_and_closes_once() throws IOException {
        redactor.learn(Secret.of("db", "swordfish-99"));
        OutputStream stream = redactor.redacting(target);
        stream.write(bytes("open swordfish"));

        stream.close();
        stream.close();

        assertThat(target.text()).isEqualTo("open swordfish");
        assertThat(target.flushed).isEqualTo(1);
        assertThat(target.closed).isEqualTo(1);
    }

    @Test
    void after_closing_nothing_can_be_written() throws IOException {
        OutputStream stream = redactor.redacting(target);
        stream.close();

        assertThatThrownBy(() -> stream.write('x'))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("closed");
        assertThat(target.text()).isEmpty();
    }

    @Test
    void a_write_of_more_than_a_block_passes_whole_and_a_secret_over_the_edge_of_a_block_is_masked()
            throws IOException {
        redactor.learn(Secret.of("db", "swordfish-99"));
        String before = "x".repeat(8 * 1024 - 5);
        try (OutputStream stream = redactor.redacting(target)) {
            stream.write(
                    bytes("--" + before + "swordfish-99" + "y".repeat(8 * 1024)), 2, before.length() + 12 + 8 * 1024);
        }

        assertThat(target.text()).isEqualTo(before + "[redacted:db]" + "y".repeat(8 * 1024));
    }

    @Test
    void while_a_block_is_written_no_more_than_a_block_is_held() throws IOException {
        OutputStream stream = redactor.redacting(target);

        stream.write(bytes("x ".repeat(20_000)));

        assertThat(target.largest).isLessThanOrEqualTo(8 * 1024);
        assertThat(target.text()).hasSize(40_000);
    }

    @Test
    void at_the_end_a_word_that_is_a_token_by_its_shape_is_masked() throws IOException {
        try (OutputStream stream = redactor.redacting(target)) {
            stream.write(bytes("sk-kX9mQ2vL7pR4wT8zB3nD6hJ1cF5"));
        }

        assertThat(target.text()).isEqualTo("[redacted:api-key]");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final class Target extends OutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int flushed;
        private int closed;
        private int largest;

        @Override
        public void write(int value) {
            bytes.write(value);
        }

        @Override
        public void write(byte[] more, int offset, int length) {
            largest = Math.max(largest, length);
            bytes.write(more, offset, length);
        }

        @Override
        public void flush() {
            flushed++;
        }

        @Override
        public void close() {
            closed++;
        }

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
