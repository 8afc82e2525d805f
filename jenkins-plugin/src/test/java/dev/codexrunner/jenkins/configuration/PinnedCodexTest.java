package dev.codexrunner.jenkins.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.FilePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinnedCodexTest {

    private static final String LINUX = "codex-linux-x64/vendor/x86_64-unknown-linux-musl/";

    @Test
    void the_lock_file_has_an_integrity_for_each_package() {
        String lock = new String(PinnedCodex.resource("package-lock.json"), StandardCharsets.UTF_8);

        assertThat(lock.split("\"node_modules/", -1).length - 1)
                .isPositive()
                .isEqualTo(lock.split("\"integrity\": \"sha512-", -1).length - 1);
    }

    @Test
    void a_program_that_differs_is_named(@TempDir Path packages) throws Exception {
        Path program = packages.resolve(LINUX + "bin/codex");
        Files.createDirectories(program.getParent());
        Files.writeString(program, "another");

        assertThatThrownBy(() -> PinnedCodex.requireDigests(new FilePath(packages.toFile())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(LINUX)
                .hasMessageContaining("SHA-256");
    }

    @Test
    void a_platform_without_digests_is_left_to_npm_alone(@TempDir Path packages) throws Exception {
        Files.createDirectories(packages.resolve("codex-darwin-arm64"));

        PinnedCodex.requireDigests(new FilePath(packages.toFile()));
    }
}
