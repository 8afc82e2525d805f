package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Credential files tell the redactor of hundreds of values, and of large ones. */
class ManySecretsTest {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final Random random = new Random(20261121);
    private final Redactor redactor = new Redactor();

    @Test
    void hundreds_of_secrets_are_made_ready_once() {
        String last = "";
        for (int i = 0; i < 700; i++) {
            last = new UUID(random.nextLong(), random.nextLong()).toString();
            redactor.learn(Secret.of("uuid-" + i, last));
        }
        assertThat(redactor.builds()).isZero();

        assertThat(redactor.redact("id=" + last + " ")).isEqualTo("id=[redacted:uuid-699] ");
        assertThat(redactor.redact("id=" + last + " ")).isEqualTo("id=[redacted:uuid-699] ");
        redactor.learn(Secret.of("again", last));
        assertThat(redactor.redact("nothing here")).isEqualTo("nothing here");
        assertThat(redactor.builds()).isEqualTo(1);
        assertThat(redactor.tooMuch()).isEmpty();
    }

    @Test
    void a_stream_that_is_open_knows_a_secret_from_its_next_write_on() throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (OutputStream stream = redactor.redacting(target)) {
            redactor.learn(Secret.of("one", "first-secret-1"));
            redactor.learn(Secret.of("two", "second-secret-2"));
            assertThat(redactor.builds()).isZero();
            stream.write("first-secret-1 second-secret-2 ".getBytes(StandardCharsets.UTF_8));
            redactor.learn(Secret.of("three", "third-secret-3"));
            stream.write("third-secret-3".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(target.toString(StandardCharsets.UTF_8)).isEqualTo("[redacted:one] [redacted:two] [redacted:three]");
        assertThat(redactor.builds()).isEqualTo(2);
    }

    @Test
    void the_longest_of_too_many_are_named_and_the_token_is_masked_whenever_it_was_learned() {
        for (int i = 0; i < 64; i++) {
            redactor.learn(Secret.of("key-" + i, letters(4000 + i)));
        }
        String token = letters(3000);
        redactor.learn(Secret.of("token", token));

        assertThat(redactor.tooMuch()).contains("key-63").doesNotContain("key-0", "token");
        assertThat(redactor.redact("<" + token + ">")).isEqualTo("<[redacted:token]>");
    }

    @Test
    void of_a_long_secret_beginning_end_and_samples_are_masked_and_it_is_named() {
        String file = letters(100_000);
        redactor.learn(Secret.of("file", file));

        assertThat(redactor.tooMuch()).containsExactly("file");
        String redacted = redactor.redact(file);
        assertThat(redacted).startsWith("[redacted:file]").endsWith("[redacted:file]");
        assertThat(redacted.split("\\Q[redacted:file]\\E")).allMatch(left -> left.length() < 8192);
    }

    private String letters(int length) {
        return letters(random, length);
    }

    static String letters(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
