package dev.codexrunner.jenkins.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.jenkins.masking.MaskingStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What could not be masked is not shown, and the log says that something is missing. */
class BrokenMaskTest {

    private static final String MARK =
            "[codex-runner: text was left out here, as it could not be masked: IllegalStateException]\n";

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private Masker masker = Breaking::new;
    private final BuildLog log = log(console);

    @Test
    void a_line_on_which_the_mask_breaks_is_left_out_and_the_next_one_is_there() throws IOException {
        write("first line\n");
        write("second line, break\n");
        write("third line\n");
        log.close();

        assertThat(shown()).isEqualTo("first line\n" + MARK + "third line\n");
    }

    @Test
    void the_rest_of_such_a_line_goes_too() throws IOException {
        write("break, and the first half of a se");
        write("cret, and more\nnext line\n");

        assertThat(shown()).isEqualTo(MARK + "next line\n");
    }

    @Test
    void what_was_held_back_then_goes_too() throws IOException {
        masker = Holding::new;
        write("held back\n");
        write("break\n");

        assertThat(shown()).isEqualTo(MARK);
    }

    @Test
    void a_mark_never_stands_in_the_midst_of_a_line() throws IOException {
        write("a line that");
        write(" goes on: break\n");

        assertThat(shown()).isEqualTo("a line that\n" + MARK);
    }

    @Test
    void many_such_lines_in_a_row_have_one_mark() throws IOException {
        for (int i = 0; i < 100; i++) {
            write("break " + i + "\n");
        }
        write("well again\n");
        write("break\n");

        assertThat(shown()).isEqualTo(MARK + "well again\n" + MARK);
    }

    @Test
    void where_no_mask_can_be_made_the_build_goes_on_without_its_text() throws IOException {
        masker = out -> {
            throw new IllegalStateException("no provider of credentials");
        };
        write("a line\n");
        write("another\n");
        log.close();

        assertThat(shown()).isEqualTo(MARK);
    }

    @Test
    void a_mask_that_breaks_at_the_end_shows_nothing_of_what_it_held() throws IOException {
        masker = out -> new Holding(out) {
            @Override
            public void close() {
                throw new IllegalStateException("broken");
            }
        };
        write("held back\n");
        log.close();

        assertThat(shown()).isEqualTo(MARK);
    }

    @Test
    void a_build_without_secrets_is_not_harmed_by_whatever_breaks() throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        BuildLog unlucky = new BuildLog(
                plain,
                () -> {
                    throw new IllegalStateException("no actions yet");
                },
                (task, delay, unit) -> {});
        unlucky.write(bytes("a line\n"));

        assertThat(plain.toString(StandardCharsets.UTF_8)).isEqualTo("a line\n");
    }

    private BuildLog log(OutputStream target) {
        return new BuildLog(target, () -> Optional.of(out -> masker.masking(out)), (task, delay, unit) -> {});
    }

    private void write(String text) throws IOException {
        log.write(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String shown() {
        return console.toString(StandardCharsets.UTF_8);
    }

    /** Passes on everything, and breaks where it is told to. */
    private static class Breaking extends MaskingStream {
        private final OutputStream out;

        Breaking(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] text, int offset, int length) throws IOException {
            if (new String(text, offset, length, StandardCharsets.UTF_8).contains("break")) {
                throw new IllegalStateException("broken by: a secret");
            }
            pass(out, text, offset, length);
        }

        void pass(OutputStream log, byte[] text, int offset, int length) throws IOException {
            log.write(text, offset, length);
        }

        @Override
        public void passOnLines() {}

        @Override
        public void flush() {}
    }

    /** Passes on nothing. */
    private static class Holding extends Breaking {

        Holding(OutputStream out) {
            super(out);
        }

        @Override
        void pass(OutputStream log, byte[] text, int offset, int length) {}
    }
}
