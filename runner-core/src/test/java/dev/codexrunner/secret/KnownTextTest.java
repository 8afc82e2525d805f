package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts count for one secret, and from what length on: a character less blanks words, one more shows a secret. */
class KnownTextTest {

    private static final String KEY = "kX9mQ2vL7pR4wT8zB3nD6hJ1cF5gY0sA";

    private final Redactor redactor = new Redactor();

    @Test
    void eight_characters_are_a_secret_and_seven_are_named_as_too_short() {
        redactor.learn(Secret.of("eight", " 8charact\n"));
        redactor.learn(Secret.of("seven", " 7charac\n"));

        assertThat(redactor.tooShort()).containsExactly("seven");
        assertThat(redactor.redact("8charact")).isEqualTo("[redacted:eight]");
        assertThat(redactor.redact("7charac 7charac")).isEqualTo("7charac 7charac");
    }

    @Test
    void lines_of_a_file_count_alone_from_eight_characters_on_and_frames_of_pem_do_not() {
        redactor.learn(Secret.of("file", "-----BEGIN SOMETHING-----\nline-8ch\nline-7c\n-----END SOMETHING-----\n"));

        assertThat(redactor.redact("line-8ch line-7c -----BEGIN SOMETHING-----"))
                .isEqualTo("[redacted:file] line-7c -----BEGIN SOMETHING-----");
    }

    @Test
    void segments_of_a_jwt_count_alone_and_words_between_other_dots_do_not() {
        redactor.learn(Secret.of("jwt", "eyJhbGciOi.cGF5bG9hZA.c2lnbmF0dXJl"));
        redactor.learn(Secret.of("host", "vault-host.internal-net.example-org"));

        assertThat(redactor.redact("<cGF5bG9hZA>")).isEqualTo("<[redacted:jwt]>");
        assertThat(redactor.redact("<internal-net>")).isEqualTo("<internal-net>");
    }

    @Test
    void of_a_dense_random_key_a_piece_of_24_characters_is_masked() {
        redactor.learn(Secret.of("key", KEY));

        assertThat(redactor.redact("<" + KEY.substring(3, 27) + ">")).isEqualTo("<[redacted:key]>");
        assertThat(redactor.redact("<" + KEY.substring(3, 26) + ">")).isEqualTo("<" + KEY.substring(3, 26) + ">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kX9mQ2vL7pR4wT8zB3nD6hJ1cF5gY0s",
                "the-quick-brown-fox-jumps-over-the-lazy-dog",
                "kX9mQ2vL7pR4 wT8zB3nD6hJ1cF5gY0sA"
            })
    void of_a_short_key_or_a_text_only_the_whole_is(String secret) {
        redactor.learn(Secret.of("key", secret));
        String piece = secret.substring(1, 27);

        assertThat(redactor.redact("<" + piece + ">")).isEqualTo("<" + piece + ">");
        assertThat(redactor.redact("<" + secret + ">")).isEqualTo("<[redacted:key]>");
    }

    @Test
    void a_secret_of_ten_characters_may_lack_its_first_where_an_escape_was_cut_off_and_a_shorter_one_may_not() {
        redactor.learn(Secret.of("ten", "ten-chars!"));
        redactor.learn(Secret.of("nine", "nine-char"));

        assertThat(redactor.redact("<en-chars!>")).isEqualTo("<[redacted:ten]>");
        assertThat(redactor.redact("<n-chars!>")).isEqualTo("<n-chars!>");
        assertThat(redactor.redact("<ine-char>")).isEqualTo("<ine-char>");
    }

    @Test
    void twelve_characters_are_known_however_they_are_broken_apart_and_eleven_may_be_two_words() {
        redactor.learn(Secret.of("twelve", "abcdefghijkl"));
        redactor.learn(Secret.of("eleven", "ABCDEFGHIJK"));

        assertThat(redactor.redact("<abcdef\nghijkl>")).isEqualTo("<[redacted:twelve]>");
        assertThat(redactor.redact("<ABCDEF\nGHIJK>")).isEqualTo("<ABCDEF\nGHIJK>");
    }

    @Test
    void the_shortest_secrets_are_known_in_base32() {
        redactor.learn(Secret.of("db", "pa55 w0rd"));

        assertThat(redactor.redact("<OBQTKNJAO4YHEZA=>"))
                .startsWith("<[redacted:db]")
                .doesNotContain("OBQTK", "YHEZ");
    }

    @Test
    void a_secret_of_latin_characters_is_known_as_bytes_of_latin_1_too() {
        redactor.learn(Secret.of("db", "pässwörd-ñandÿ"));
        redactor.learn(Secret.of("euro", "pässwörd-€uros-99"));

        assertThat(redactor.redact("p\\xe4ssw\\xf6rd-\\xf1and\\xff")).isEqualTo("[redacted:db]");
        assertThat(redactor.redact("p\\xe4ssw\\xf6rd-?uros-99")).isEqualTo("p\\xe4ssw\\xf6rd-?uros-99");
        assertThat(redactor.redact("pässwörd-€uros-99")).isEqualTo("[redacted:euro]");
    }

    @Test
    void a_secret_of_umlauts_is_known_in_base64_of_a_text_with_escapes() {
        redactor.learn(Secret.of("db", "pässwörd-ñandú-99"));
        String text = "{\"k\": \"pässwörd\\u002dñandú\\u002d99\"}";

        assertThat(redactor.redact(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))))
                .contains("[redacted:db]")
                .hasSizeLessThan(40);
    }

    @Test
    void at_the_end_of_a_stream_an_unfinished_escape_within_a_secret_counts() {
        redactor.learn(Secret.of("db", "swordfish&amp"));

        assertThat(redactor.redact("swordfish%26amp")).isEqualTo("[redacted:db]");
    }

    @Test
    void at_the_end_of_a_stream_a_list_and_a_dump_without_a_last_line_break_count() {
        redactor.learn(Secret.of("db", "abcdefgh"));

        assertThat(redactor.redact("[97, 98, 99, 100, 101, 102, 103, 104")).isEqualTo("[[redacted:db]");
        assertThat(redactor.redact("141 142 143 144 145 146 147 150")).isEqualTo("[redacted:db]");
        assertThat(redactor.redact("6162\n6364\n6566\n6768")).isEqualTo("[redacted:db]");
        assertThat(redactor.redact("0000000 64636261 68676665")).isEqualTo("0000000 [redacted:db]");
    }

    @Test
    void a_name_is_written_in_characters_that_are_safe_anywhere_and_forty_at_most() {
        redactor.learn(Secret.of("a \"b\"/ü" + "x".repeat(60), "swordfish-1"));

        assertThat(redactor.redact("swordfish-1")).isEqualTo("[redacted:a--b---" + "x".repeat(33) + "]");
    }

    @Test
    void text_shorter_than_any_secret_is_not_looked_at_and_of_eight_characters_it_is() {
        redactor.learn(Secret.of("db", "eight-ch"));

        assertThat(redactor.redact("eight-c")).isEqualTo("eight-c");
        assertThat(redactor.redact("eight-ch")).isEqualTo("[redacted:db]");
        assertThat(redactor.redact("")).isEmpty();
    }

    @Test
    void backslashes_at_the_end_of_a_secret_stay_outside_its_mask() {
        assertThat(SecretForms.withoutLastBackslash("ab\\\\".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("ab".getBytes(StandardCharsets.US_ASCII));
        assertThat(SecretForms.withoutLastBackslash("\\".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
    }
}
