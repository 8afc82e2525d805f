package dev.codexrunner.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.config.PromptSource;
import dev.codexrunner.failure.FailureException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptReaderTest {

    @TempDir
    Path folder;

    @Test
    void an_argument_is_the_prompt_as_it_stands() {
        assertThat(read(new PromptSource.Text("fix it\n"))).isEqualTo("fix it\n");
    }

    @Test
    void a_file_is_read_without_its_byte_order_mark() throws IOException {
        Path file = Files.writeString(folder.resolve("prompt.md"), "\uFEFFGrüße");
        assertThat(read(new PromptSource.File(file))).isEqualTo("Grüße");
    }

    @Test
    void standard_input_is_read_to_its_end() {
        InputStream in = new ByteArrayInputStream("one\ntwo".getBytes(StandardCharsets.UTF_8));
        assertThat(PromptReader.read(Optional.of(new PromptSource.StandardInput()), in))
                .isEqualTo("one\ntwo");
    }

    @Test
    void no_prompt_is_named_as_such() {
        assertFails(() -> PromptReader.read(Optional.empty(), InputStream.nullInputStream()), "prompt-not-given");
    }

    @Test
    void white_space_is_no_prompt() {
        assertFails(() -> read(new PromptSource.Text(" \n\t")), "prompt-empty");
    }

    @Test
    void an_empty_standard_input_is_no_prompt() {
        assertFails(() -> read(new PromptSource.StandardInput()), "prompt-empty");
    }

    @Test
    void a_missing_file_is_named_with_its_path() {
        assertThatThrownBy(() -> read(new PromptSource.File(folder.resolve("absent"))))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("prompt-unreadable")
                .hasMessageContaining("absent");
    }

    @Test
    void a_folder_is_no_prompt() {
        assertFails(() -> read(new PromptSource.File(folder)), "prompt-unreadable");
    }

    @Test
    void latin_1_is_refused_with_the_place_of_the_first_wrong_byte() throws IOException {
        Path file = Files.write(folder.resolve("latin1"), "ab\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> read(new PromptSource.File(file))).hasMessageContaining("Byte 2 does not fit");
    }

    @Test
    void a_file_with_nul_bytes_is_no_text() throws IOException {
        Path file = Files.write(folder.resolve("binary"), new byte[] {'E', 'L', 'F', 0, 1});
        assertFails(() -> read(new PromptSource.File(file)), "prompt-not-text");
    }

    @Test
    void an_endless_input_is_refused_at_its_bound() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        assertFails(
                () -> PromptReader.read(Optional.of(new PromptSource.StandardInput()), endless), "prompt-too-large");
    }

    private static String read(PromptSource source) {
        return PromptReader.read(Optional.of(source), InputStream.nullInputStream());
    }

    private static void assertFails(ThrowingCallable call, String code) {
        assertThatThrownBy(call).isInstanceOf(FailureException.class).hasMessageContaining(code);
    }
}
