package dev.codexrunner.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutFilesTest {

    @TempDir
    Path root;

    private CheckoutFiles files;

    @BeforeEach
    void makePipe() throws Exception {
        root = root.toRealPath();
        files = new CheckoutFiles(root, List.of());
        assertThat(new ProcessBuilder("mkfifo", root.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void a_pipe_that_the_job_made_in_the_checkout_and_names_is_its_own_affair() {
        assertThat(files.given(root.resolve("pipe"))).isEqualTo(root.resolve("pipe"));
    }

    @Test
    void a_pipe_behind_a_link_which_the_change_may_have_brought_is_refused() throws IOException {
        Files.createSymbolicLink(root.resolve("prompt.md"), Path.of("pipe"));
        assertThatThrownBy(() -> files.given(root.resolve("prompt.md"))).hasMessageContaining("leads-out-of-checkout");
    }

    @Test
    void what_is_not_there_and_a_folder_are_for_their_reader_to_judge() throws IOException {
        Files.createDirectories(root.resolve("folder"));
        assertThat(files.given(root.resolve("missing"))).isEqualTo(root.resolve("missing"));
        assertThat(files.given(root.resolve("folder"))).isEqualTo(root.resolve("folder"));
    }
}
