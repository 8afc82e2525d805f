package dev.codexrunner.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.codexrunner.failure.FailureException;
import dev.codexrunner.secret.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFingerprintTest {

    private final Path folder;

    TokenFingerprintTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void it_is_the_beginning_of_the_hmac() throws Exception {
        // RFC 4231, test case 6 has a key of 131 bytes 0xaa.
        byte[] key = new byte[131];
        java.util.Arrays.fill(key, (byte) 0xaa);
        TokenFingerprint fingerprint = TokenFingerprint.withKeyFrom(Files.write(folder.resolve("key"), key));
        assertThat(fingerprint.of(Secret.of("t", "Test Using Larger Than Block-Size Key - Hash Key First")))
                .isEqualTo("60e431591ee0b67f");
    }

    @Test
    void a_line_break_at_the_keys_end_does_not_matter() throws Exception {
        String key = "0123456789abcdef".repeat(4);
        Secret token = Secret.of("t", "at-token");
        String plain = TokenFingerprint.withKeyFrom(Files.writeString(folder.resolve("a"), key))
                .of(token);
        assertThat(TokenFingerprint.withKeyFrom(Files.writeString(folder.resolve("b"), key + "\n"))
                        .of(token))
                .isEqualTo(plain);
        assertThat(TokenFingerprint.withKeyFrom(Files.writeString(folder.resolve("c"), key + "x"))
                        .of(token))
                .isNotEqualTo(plain);
    }

    @Test
    void a_short_or_missing_key_is_refused() throws Exception {
        assertThat(code(Files.writeString(folder.resolve("short"), "secret\n"))).isEqualTo("fingerprint-key-too-short");
        assertThat(code(folder.resolve("gone"))).isEqualTo("fingerprint-key-unreadable");
        assertThat(code(folder)).isEqualTo("fingerprint-key-unreadable");
    }

    private static String code(Path file) {
        FailureException thrown =
                catchThrowableOfType(FailureException.class, () -> TokenFingerprint.withKeyFrom(file));
        return thrown.failure().code();
    }
}
