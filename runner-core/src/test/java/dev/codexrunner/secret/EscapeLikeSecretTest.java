package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.reliability.Campaign;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret that itself looks escaped must not get lost where text is read with its escapes undone. */
class EscapeLikeSecretTest {

    private static final String MASK = "[redacted:db]";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "a backslash before a digit in JSON in JSON, kX9-\\2pO/mQ7vL, kX9-\\\\\\\\\\u0032pO/mQ7vL",
                "the same with the backslash as a code, kX9-\\2pO/mQ7vL, kX9-\\u005c\\\\u0032pO/mQ7vL",
                "the same three times over, kX9-\\2pO/mQ7vL, kX9-\\\\\\\\\\\\\\\\2pO/mQ7vL",
                "a backslash before a letter, kX9-\\bpO/mQ7vL, kX9-\\u005C\\\\\\u0062pO/mQ7vL",
                "an octal escape of a letter, kX9-\\156pO/mQ7vL, kX9-\\\\\\\\156pO/mQ7vL",
                "a percent sign before two digits, kX9-%2by/mQ7vLw, kX9-%25%32by/mQ7vLw",
                "a backslash and a digit in percent-encoding, kX9-\\2pO/mQ7vLw, kX9-%5C%32pO/mQ7vLw",
                "a code after a backslash, kX9-\\x41y/mQ7vLw, kX9-%5C%78%34%31y/mQ7vLw",
                "an entity whose letters are entities, kX9-&lt;y/mQ7vLw, kX9-&#38;l&#116;&#59;y/mQ7vLw"
            })
    void it_is_masked_however_it_was_escaped(String what, String secret, String written) {
        assertMasked(secret, "x " + written + " y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kX9-\\2pO/mQ7vL", "kX9-\\nO/mQ7vLw", "kX9-%41pO/mQ7vL", "kX9-&lt;O/mQ7vL", "kX9-\\x41/mQ7vLw"})
    void it_is_masked_with_something_between_any_two_of_its_characters(String secret) {
        assertMasked(secret, between(secret, "\0"));
        assertMasked(secret, between(secret, "\u200b"));
        assertMasked(secret, between(secret, "\u001b[K"));
        assertMasked(secret, between(secret, "\\u001b[0m"));
        assertMasked(secret, between(secret, "\n"));
        assertMasked(secret, Base64.getEncoder().encodeToString((secret + "x").getBytes(StandardCharsets.UTF_16LE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kX9-pO/mQ7vL2&GTZq7", "kX9-pO/mQ7vL2Zq%4", "kX9-pO/mQ7vL2Zq\\u00"})
    void it_is_masked_where_its_end_may_begin_an_escape_and_the_encoding_ends_there(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        StringBuilder numbers = new StringBuilder();
        for (byte each : bytes) {
            numbers.append(numbers.length() == 0 ? "" : ", ").append(each);
        }
        for (String[] around : new String[][] {{"", ""}, {"pw ", " (end)"}}) {
            assertMasked(secret, around[0] + HexFormat.of().formatHex(bytes) + around[1]);
            assertMasked(secret, around[0] + Base64.getEncoder().encodeToString(bytes) + around[1]);
            assertMasked(secret, around[0] + "[" + numbers + "]" + around[1]);
        }
    }

    @Test
    void the_text_beside_a_dump_is_masked_where_the_end_of_the_secret_may_begin_an_escape() {
        Redactor redactor = learned("kX9-pO/mQ7vL2-cuQIß&zjZq7");
        String dump = """
                00000000  6b 58 39 2d 70 4f 2f 6d  51 37 76 4c 32 2d 63 75  |kX9-pO/mQ7vL2-cu|
                00000010  51 49 c3 9f 26 7a 6a 5a  71 37                    |QI..&zjZq7|
                0000001a
                """;

        String redacted = redactor.redact(dump);

        assertThat(redacted).contains(MASK).doesNotContain("Zq7", "71 37").endsWith("\n0000001a\n");
        for (int split = 0; split < dump.length(); split++) {
            assertThat(Streams.split(redactor, dump, split)).isEqualTo(redacted);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%%4", "\\x4", "&#", "\u001b[1", "\u001b", "%\\", "\\u{", "&%4", "\\%\\&\u001b"})
    @Timeout(60)
    void it_is_masked_behind_a_megabyte_of_unfinished_escapes(String unfinished) {
        String secret = "kX9-\\2pO/m%41vL";
        int times = Campaign.length(1_000_000) / unfinished.length();

        assertThat(learned(secret).redact(unfinished.repeat(times) + "\n" + secret + "\n"))
                .endsWith(MASK + "\n");
    }

    private static String between(String secret, String inserted) {
        return String.join(inserted, secret.split(""));
    }

    /** At either end a character that shares its bits or its escape with a neighbour may stay. */
    private static void assertMasked(String secret, String written) {
        Redactor redactor = learned(secret);
        String redacted = redactor.redact(written);
        assertThat(redacted).as("%s as <%s>", secret, written).contains(MASK);
        assertThat(redacted.replace(MASK, "").length())
                .as("what is left of <%s>: <%s>", written, redacted)
                .isLessThan(16);
        for (int split = 0; split < written.getBytes(StandardCharsets.UTF_8).length; split++) {
            assertThat(Streams.split(redactor, written, split)).isEqualTo(redacted);
        }
    }

    private static Redactor learned(String secret) {
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of("db", secret));
        return redactor;
    }
}
