package dev.codexrunner.jenkins.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.jenkins.masking.LogMask;
import dev.codexrunner.jenkins.masking.MaskingStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BuildLogTest {

    private static final String SECRET = "3f1c8a52-77d0-4c1e-9a4b-secret-id-0001";

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final Deque<Runnable> later = new ConcurrentLinkedDeque<>();
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
        assertThat(shown()).isEmpty();

        later.remove().run();

        assertThat(shown()).isEqualTo("progress " + SECRET.substring(0, 12));
        assertThat(later).isEmpty();
    }

    @Test
    void a_line_that_never_ends_is_shown_though_it_is_written_to_all_the_time() throws IOException {
        masker = Optional.of(mask(SECRET)::masking);
        write("Downloading 10% 20%");
        write(" 30% 3f1c");
        later.remove().run();

        assertThat(shown()).isEqualTo("Downloading 10% 20% 30% ");
        assertThat(later).hasSize(1);
    }

    @Test
    void a_line_that_waits_comes_whole_and_before_what_another_step_writes() throws IOException {
        TogetherMasked together = new TogetherMasked();
        BuildLog one = together.log();
        BuildLog other = together.log();
        String first = "url=codex-runner/run/6fcef98d-5e77-4869-9da2-" + SECRET.substring(0, 10) + "\n";
        one.write(bytes(first));
        assertThat(shown()).isEmpty();

        other.write(bytes("[Pipeline] }\n"));
        one.write(bytes("all is done\n"));

        assertThat(shown()).isEqualTo(first + "[Pipeline] }\nall is done\n");
    }

    @Test
    void what_goes_on_with_a_secret_behind_another_steps_line_is_masked() throws IOException {
        TogetherMasked together = new TogetherMasked();
        BuildLog one = together.log();
        one.write(bytes("base64:\n" + inBase64().substring(0, 20) + "\n"));
        together.log().write(bytes("in between\n"));
        one.write(bytes(inBase64().substring(20) + "\nend\n"));
        one.close();

        assertThat(shown())
                .startsWith("base64:\n")
                .contains("\nin between\n[redacted:")
                .endsWith("\nend\n")
                .doesNotContain(inBase64().substring(24, 32));
    }

    @Test
    void an_unfinished_line_waits_while_others_write() throws IOException {
        TogetherMasked together = new TogetherMasked();
        BuildLog one = together.log();
        one.write(bytes("token " + SECRET.substring(0, 20)));
        together.log().write(bytes("in between\n"));
        one.write(bytes(SECRET.substring(20) + "\n"));

        assertThat(shown()).startsWith("in between\ntoken [redacted:").doesNotContain("3f1c");
    }

    @Test
    void lines_of_many_writers_are_neither_torn_nor_reordered() throws Exception {
        TogetherMasked together = new TogetherMasked();
        int lines = 300;
        List<Thread> writers = IntStream.range(0, 4)
                .mapToObj(writer -> new Thread(() -> {
                    BuildLog each = together.log();
                    for (int i = 0; i < lines; i++) {
                        // Each may go on with the secret, in the next line.
                        writeTo(each, "line-" + writer + "-" + i + "-of-a-writer-of-many-" + SECRET.substring(0, 7));
                        writeTo(each, "\n");
                    }
                }))
                .toList();
        writers.forEach(Thread::start);
        for (Thread writer : writers) {
            writer.join();
        }
        together.logs.letGo();

        for (int writer = 0; writer < writers.size(); writer++) {
            String start = "line-" + writer + "-";
            assertThat(shown().lines().filter(line -> line.startsWith(start)))
                    .containsExactlyElementsOf(IntStream.range(0, lines)
                            .mapToObj(i -> start + i + "-of-a-writer-of-many-" + SECRET.substring(0, 7))
                            .toList());
        }
        assertThat(shown().lines()).hasSize(lines * writers.size());
    }

    @Test
    void a_log_behind_a_log_is_written_once() throws IOException {
        TogetherMasked together = new TogetherMasked();
        BuildLog inner = together.log();
        BuildLog outer = new BuildLog(inner, () -> Optional.of(together), (task, delay, unit) -> later.add(task));
        outer.write(bytes("one\n" + SECRET.substring(0, 10) + "\n"));
        outer.write(bytes("two " + SECRET + "\n"));
        together.log().write(bytes("three\n"));
        together.logs.letGo();

        assertThat(shown())
                .startsWith("one\n" + SECRET.substring(0, 10) + "\ntwo [redacted:")
                .endsWith("]\nthree\n");
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

    /** The writers of one build's log. */
    private final class TogetherMasked implements Masker {
        private final OpenLogs logs = new OpenLogs();
        private final LogMask mask = mask(SECRET);

        BuildLog log() {
            return new BuildLog(console, () -> Optional.of(this), (task, delay, unit) -> later.add(task));
        }

        @Override
        public MaskingStream masking(OutputStream log) {
            return mask.masking(log);
        }

        @Override
        public OpenLogs openLogs() {
            return logs;
        }
    }

    private static String inBase64() {
        return Base64.getEncoder().encodeToString(bytes(SECRET));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void writeTo(BuildLog log, String text) {
        try {
            log.write(bytes(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
