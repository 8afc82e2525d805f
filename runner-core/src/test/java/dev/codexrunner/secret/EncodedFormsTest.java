package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets in base32, and in base64 too short to be decoded: the characters that stand for them depend on what is before. */
class EncodedFormsTest {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String SECRET = "q7-horse-battery";
    private static final String SHORT_SECRET = "Xk9-pw2v";
    /** A neighbour all of whose bits are set: whoever took them for nought would miss. */
    private static final byte NEIGHBOUR = (byte) 0xff;

    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void base32_of_a_secret_is_masked_to_the_last_certain_character_whatever_stands_before(int before) {
        redactor.learn(Secret.of("db", SECRET));
        for (int behind = 0; behind <= 2; behind++) {
            String encoded = base32(between(SECRET, before, behind));

            assertThat(redactor.redact(encoded)).isEqualTo(masked(encoded, SECRET, before, behind, 5));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void base64_of_the_shortest_secret_is_masked_to_the_last_certain_character_whatever_stands_before(int before) {
        redactor.learn(Secret.of("db", SHORT_SECRET));
        for (int behind = 0; before + behind <= 2; behind++) {
            String encoded = Base64.getEncoder().encodeToString(between(SHORT_SECRET, before, behind));

            assertThat(redactor.redact(encoded)).isEqualTo(masked(encoded, SHORT_SECRET, before, behind, 6));
        }
    }

    /** Characters that hold bits of a neighbour stay. */
    private static String masked(String encoded, String secret, int before, int behind, int bits) {
        int first = (before * 8 + bits - 1) / bits;
        int end = (before + secret.length()) * 8;
        int last = behind == 0 ? (end + bits - 1) / bits : end / bits;
        return encoded.substring(0, first) + "[redacted:db]" + encoded.substring(last);
    }

    private static byte[] between(String secret, int before, int behind) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < before; i++) {
            bytes.write(NEIGHBOUR);
        }
        bytes.writeBytes(secret.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < behind; i++) {
            bytes.write(NEIGHBOUR);
        }
        return bytes.toByteArray();
    }

    private static String base32(byte[] bytes) {
        int characters = (bytes.length * 8 + 4) / 5;
        BigInteger bits = new BigInteger(1, bytes).shiftLeft(characters * 5 - bytes.length * 8);
        StringBuilder encoded = new StringBuilder();
        for (int i = characters - 1; i >= 0; i--) {
            encoded.append(ALPHABET.charAt(bits.shiftRight(5 * i).intValue() & 31));
        }
        return encoded.append("=".repeat((8 - characters % 8) % 8)).toString();
    }
}
