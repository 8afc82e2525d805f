package dev.codexrunner.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendedFileTest {

    @TempDir
    Path folder;

    @Test
    void lines_of_many_writers_never_mix() throws Exception {
        Path file = folder.resolve("runs.jsonl");
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> writers = IntStream.range(0, 400)
                    .<Callable<Void>>mapToObj(number -> () -> {
                        AppendedFile.append(
                                file, String.valueOf((char) ('a' + number % 26)).repeat(5_000) + "\n");
                        return null;
                    })
                    .toList();
            for (var written : pool.invokeAll(writers)) {
                written.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(Files.readAllLines(file))
                .hasSize(400)
                .allSatisfy(line -> assertThat(line).hasSize(5_000).matches("(.)\\1*"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void half_a_line_that_somebody_left_spoils_no_other() throws IOException {
        Path file = Files.writeString(folder.resolve("runs.jsonl"), "whole\nhal");

        AppendedFile.append(file, "next\n");
        AppendedFile.append(file, "last\n");

        assertThat(Files.readAllLines(file)).containsExactly("whole", "hal", "next", "last");
    }

    @Test
    void a_link_in_its_place_is_not_followed() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "untouched");
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);

        assertThatThrownBy(() -> AppendedFile.append(link, "x\n")).isInstanceOf(IOException.class);
        assertThat(target).hasContent("untouched");
    }

    @Test
    void a_device_or_a_folder_is_no_such_file() {
        assertThatThrownBy(() -> AppendedFile.append(folder, "x\n")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> AppendedFile.append(Path.of("/dev/null"), "x\n"))
                .isInstanceOf(IOException.class);
    }
}
