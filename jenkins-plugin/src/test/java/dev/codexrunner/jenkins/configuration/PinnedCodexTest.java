package dev.codexrunner.jenkins.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.FilePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinnedCodexTest {

    private static final String LINUX = "node_modules/@openai/codex-linux-x64/vendor/x86_64-unknown-linux-musl/";

    @Test
    void the_lock_file_has_an_integrity_for_each_package() {
        String lock = new String(PinnedCodex.resource("package-lock.json"), StandardCharsets.UTF_8);

        assertThat(lock.split("\"node_modules/", -1).length - 1)
                .isPositive()
                .isEqualTo(lock.split("\"integrity\": \"sha512-", -1).length - 1);
    }

    @Test
    void a_program_that_differs_is_named(@TempDir Path installed) throws Exception {
        Path program = installed.resolve(LINUX + "bin/codex");
        Files.createDirectories(program.getParent());
        Files.writeString(program, "another");

        assertThatThrownBy(() -> PinnedCodex.require(new FilePath(installed.toFile())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(LINUX)
                .hasMessageContaining("SHA-256");
    }

    @Test
    void a_platform_that_is_missing_is_no_platform_to_be_left_out(@TempDir Path installed) throws Exception {
        Files.createDirectories(installed.resolve("node_modules/@openai/codex/bin"));

        assertThatThrownBy(() -> PinnedCodex.require(new FilePath(installed.toFile())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(LINUX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "node_modules/@openai/codex/vendor/x86_64-unknown-linux-musl/bin/codex",
                "node_modules/@openai/codex/node_modules/@openai/codex-linux-x64/package.json",
                "node_modules/@openai/codex-linux-x64/vendor/x86_64-unknown-linux-musl/codex-path/git",
                "node_modules/another/index.js"
            })
    void what_does_not_belong_there_is_seen(String path, @TempDir Path installed) throws Exception {
        Path listed = Files.writeString(installed.resolve("listed"), "as it was published");
        Files.createDirectories(installed.resolve("node_modules/.bin"));
        Files.createSymbolicLink(
                installed.resolve("node_modules/.bin/codex"), Path.of("../@openai/codex/bin/codex.js"));
        PinnedFiles look = new PinnedFiles(Map.of("listed", Sha256.of(Files.newInputStream(listed))));
        assertThat(look.invoke(installed.toFile(), null).isRight()).isTrue();

        Path evil = installed.resolve(path);
        Files.createDirectories(evil.getParent());
        Files.writeString(evil, "evil");

        assertThat(look.invoke(installed.toFile(), null).path()).isEqualTo(path);
    }

    @Test
    void a_link_in_place_of_a_file_or_a_folder_is_seen(@TempDir Path installed, @TempDir Path elsewhere)
            throws Exception {
        Path genuine = Files.writeString(elsewhere.resolve("genuine"), "as it was published");
        Files.createSymbolicLink(installed.resolve("listed"), genuine);
        Map<String, String> digests = Map.of("listed", Sha256.of(Files.newInputStream(genuine)));
        assertThat(new PinnedFiles(digests).invoke(installed.toFile(), null).sha256())
                .isEqualTo("none");

        Path link = Files.createSymbolicLink(elsewhere.resolve("installation"), installed);
        assertThat(new PinnedFiles(Map.of()).invoke(link.toFile(), null).isRight())
                .isFalse();

        Files.delete(installed.resolve("listed"));
        Files.copy(genuine, installed.resolve("listed"));
        Files.createSymbolicLink(installed.resolve("node_modules"), elsewhere);
        assertThat(new PinnedFiles(digests).invoke(installed.toFile(), null).path())
                .isEqualTo("node_modules");
    }
}
