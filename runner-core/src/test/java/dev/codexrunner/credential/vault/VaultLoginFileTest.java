package dev.codexrunner.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.testkit.pki.PrivateCa;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file is judged before the server is asked: nothing listens at this address. */
final class VaultLoginFileTest {

    @TempDir
    private Path folder;

    @Test
    void a_missing_file_is_named() {
        Path file = folder.resolve("none");

        assertUnreadable(file, "it does not exist");
    }

    @Test
    void a_folder_is_no_file() {
        assertUnreadable(folder, "it is a directory");
    }

    @Test
    void a_file_beyond_any_token_is_not_read() throws IOException {
        Path file = Files.write(folder.resolve("large"), new byte[64 * 1024 + 1]);

        assertUnreadable(file, "it is larger than 65536 bytes");
    }

    @Test
    void a_file_of_somebody_else_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("closed"), "t");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "root may read every file");

        assertUnreadable(file, "permission denied");
    }

    @Test
    void an_empty_file_and_one_of_two_lines_are_malformed() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), " \n");
        Path lines = Files.writeString(folder.resolve("lines"), "hvs.first\nsecond\n");

        assertThat(fetchWith(empty).code()).isEqualTo("vault-login-value-malformed");
        Failure failure = fetchWith(lines);
        assertThat(failure.code()).isEqualTo("vault-login-value-malformed");
        assertThat(failure.what()).contains(lines.toString());
        assertThat(failure.toString()).doesNotContain("hvs.first");
    }

    private static void assertUnreadable(Path file, String why) {
        Failure failure = fetchWith(file);
        assertThat(failure.code()).isEqualTo("vault-login-file-unreadable");
        assertThat(failure.what()).contains(file.toString()).contains(why);
    }

    private static Failure fetchWith(Path file) {
        return new VaultScene(
                        URI.create("https://127.0.0.1:1"), PrivateCa.create().clientContext())
                .tokenFile(file)
                .failure();
    }
}
