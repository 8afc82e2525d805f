package dev.codexrunner.jenkins.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.jenkins.masking.LogMask;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuildLogTest {

    private static final String SECRET = "3f1c8a52-77d0-4c1e-9a4b-secret-id-0001";

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private Optional<Masker> masker = Optional.empty();
    private final BuildLog log = new BuildLog(console, () -> masker, (task, delay, unit) -> later.add(task));

    @Test
    void a_build_without_secrets_is_written_as_it_is() throws IOException {
        write("token " + SECRET + "\n");

        assertThat(shown()).isEqualTo("token " + SECRET + "\n");
        assertThat(later).isEmpty();
    }

    @Test
    void from_the_moment_a_secret_is_given_an_open_log_masks_it() throws IOException {
        write("before\n");
        masker = Optional.of(mask(SECRET)::masking);
        write("token " + SECRET + "\n");

        assertThat(shown()).startsWith("before\ntoken [redacted:").doesNotContain(SECRET);
    }

    @Test
    void a_secret_in_pieces_and_in_base64_is_masked() throws IOException {
        masker = Optional.of(mask(SECRET)::masking);
        String text = "x=" + SECRET + " y="
                + Base64.getEncoder().encodeToString(("id:" + SECRET).getBytes(StandardCharsets.UTF_8)) + "\n";
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            log.write(each);
        }
        log.close();

        assertThat(shown()).contains("x=[redacted:").doesNotContain(SECRET).doesNotContain("Zjogw");
    }

    @Test
    void what_may_begin_a_secret_is_shown_after_a_quiet_second_even_if_nobody_closes_the_log() throws IOException {
        masker = Optional.of(mask(SECRET)::masking);
        write("progress " + SECRET.substring(0, 12));
        assertThat(shown()).isEqualTo("progress ");

        later.remove().run();

        assertThat(shown()).isEqualTo("progress " + SECRET.substring(0, 12));
        assertThat(later).isEmpty();
    }

    @Test
    void what_is_written_in_the_meantime_puts_that_off() throws IOException {
        masker = Optional.of(mask(SECRET)::masking);
        write("a " + SECRET.substring(0, 12));
        write(SECRET.substring(12, 20));
        later.remove().run();
        write(SECRET.substring(20) + "\n");
        log.close();

        assertThat(shown()).startsWith("a [redacted:").doesNotContain(SECRET.substring(0, 12));
    }

    @Test
    void a_mask_that_breaks_loses_nothing() throws IOException {
        masker = Optional.of(out -> new FilterOutputStream(out) {
            private int writes;

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (++writes > 1) {
                    throw new IllegalStateException("broken");
                }
                out.write(bytes, offset, length - 3);
            }
        });
        write("first line\n");
        write("second line\n");
        write("third line\n");

        assertThat(shown()).isEqualTo("first line\nsecond line\nthird line\n");
    }

    @Test
    void credentials_that_cannot_be_looked_up_lose_nothing() throws IOException {
        BuildLog unlucky = new BuildLog(
                console,
                () -> {
                    throw new IllegalStateException("no provider");
                },
                (task, delay, unit) -> {});
        unlucky.write("a line\n".getBytes(StandardCharsets.UTF_8));

        assertThat(shown()).isEqualTo("a line\n");
    }

    @Test
    void a_log_that_cannot_be_written_says_so() {
        BuildLog full = new BuildLog(
                new OutputStream() {
                    @Override
                    public void write(int value) throws IOException {
                        throw new IOException("No space left");
                    }
                },
                () -> Optional.of(mask(SECRET)::masking),
                (task, delay, unit) -> {});

        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> full.write("line\n".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_note_of_the_console_passes_unchanged() throws IOException {
        masker = Optional.of(mask(SECRET)::masking);
        String note =
                "\u001B[8mha:////4IG9c0RZqXrZ4H1mlnOTCjiSKy2o0hb4NJ3Vi+YVPdNPAAAAlB+LCAAAAAAAAP9b85aBtbiIQTGjNKU4P08vOT+vOD8nVc83PyU1x6OyILUoJzMv2y+/JJUBAhiZGBgqihhk0NSjKDWzXb3RdlLBUSYGJk8GtpzUvPSSDB8G5tKinBIGIZ+sxLJE/ZzEvHT94JKizLx0a6BxUmjGOUNodHsLgAyuEgYp/eT83ILSktQi/WKgBAMAbtzVXqgAAAA=\u001B[0m[Pipeline] echo\n";
        write(note);
        log.close();

        assertThat(shown()).isEqualTo(note);
    }

    @Test
    void a_busy_log_with_many_masked_lines_keeps_little() throws IOException {
        masker = Optional.of(mask(SECRET)::masking);
        for (int i = 0; i < 5_000; i++) {
            write("line " + i + " of the build, with " + SECRET + " in it\n");
        }
        log.close();

        assertThat(shown()).doesNotContain(SECRET).contains("line 4999 ");
        assertThat(shown().lines().count()).isEqualTo(5_000);
    }

    private static LogMask mask(String secret) {
        LogMask mask = new LogMask();
        mask.learn("approle", secret);
        return mask;
    }

    private void write(String text) throws IOException {
        log.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private String shown() {
        return console.toString(StandardCharsets.UTF_8);
    }
}
