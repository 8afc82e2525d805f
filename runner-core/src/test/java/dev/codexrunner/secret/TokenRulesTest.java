package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a shape begins and ends to be a token: one character less would show it, one more would blank a word. */
class TokenRulesTest {

    private static final String RANDOM = "kX9mQ2vL7pR4wT8zB3nD6hJ1cF5gY0sAeU2iO9xK7qM4";

    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @CsvSource({"at-,20", "sk-,20", "hvs.,20", "b.,40", "ghp_,20", "github_pat_,22"})
    void a_token_of_the_shortest_length_is_masked_and_a_shorter_word_is_not(String prefix, int shortest) {
        String token = prefix + RANDOM.substring(0, shortest);
        String word = prefix + RANDOM.substring(0, shortest - 1);

        assertThat(redactor.redact(token)).startsWith("[redacted:").doesNotContain(RANDOM.substring(0, 4));
        assertThat(redactor.redact(word)).isEqualTo(word);
    }

    @Test
    void an_old_vault_token_has_exactly_24_characters_before_a_dot() {
        assertThat(redactor.redact("s." + RANDOM.substring(0, 24))).isEqualTo("[redacted:vault-token]");
        assertThat(redactor.redact("s." + RANDOM.substring(0, 24) + ".ns1")).isEqualTo("[redacted:vault-token]");
        for (int length : new int[] {23, 25}) {
            String word = "s." + RANDOM.substring(0, length);
            assertThat(redactor.redact(word)).isEqualTo(word);
        }
        String namespaced = "s." + RANDOM.substring(0, 10) + "." + RANDOM.substring(10, 30);
        assertThat(redactor.redact(namespaced)).isEqualTo(namespaced);
    }

    @Test
    void a_jwt_has_two_segments_of_at_least_eight_characters() {
        assertThat(redactor.redact("eyJ12345.12345678")).isEqualTo("[redacted:jwt]");
        assertThat(redactor.redact("eyJ12345.12345678.sig")).isEqualTo("[redacted:jwt]");
        for (String word : new String[] {
            "eyJ1234.123456789",
            "eyJ123456.1234567",
            "eyJ123456.1234567.12345678",
            "eyX12345.12345678",
            "exJ12345.12345678",
            "ayJ12345.12345678",
            "eyJ12345678901234567890"
        }) {
            assertThat(redactor.redact(word)).isEqualTo(word);
        }
    }

    @Test
    void behind_a_scheme_twelve_mixed_characters_are_a_credential() {
        assertThat(redactor.redact("Bearer kX9mQ2vL7pR4")).isEqualTo("Bearer [redacted:bearer]");
        assertThat(redactor.redact("Bearer kX9mQ2vL7pR")).isEqualTo("Bearer kX9mQ2vL7pR");
        assertThat(redactor.redact("Bearer abcdefghiJkl")).isEqualTo("Bearer abcdefghiJkl");
        assertThat(redactor.redact("Bearer abcdJfghijkl1mn")).isEqualTo("Bearer [redacted:bearer]");
        assertThat(redactor.redact("Bearer abcdeFghi9")).isEqualTo("Bearer abcdeFghi9");
        assertThat(redactor.redact("Bearer aaaaJaaaa1")).isEqualTo("Bearer aaaaJaaaa1");
    }

    @Test
    void behind_agent_assertion_eight_characters_of_any_kind_are_one() {
        assertThat(redactor.redact("AgentAssertion abcdefgh")).isEqualTo("AgentAssertion [redacted:agentassertion]");
        assertThat(redactor.redact("AgentAssertion abcdefg")).isEqualTo("AgentAssertion abcdefg");
        assertThat(redactor.redact("Bearer abcdefghijkl")).isEqualTo("Bearer abcdefghijkl");
    }

    @Test
    void a_known_shape_behind_a_scheme_goes_by_its_own_name_if_it_is_too_plain_for_a_credential() {
        assertThat(redactor.redact("Bearer eyJaaaaa.aaaaaaaa")).isEqualTo("Bearer [redacted:jwt]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer %s", "Bearer: %s", "bearer   %s", "bearer    %s", "Basic=%s"})
    void a_scheme_counts_for_the_word_up_to_four_bytes_behind_it(String header) {
        assertThat(redactor.redact(String.format(header, "+/" + RANDOM.substring(0, 16))))
                .isEqualTo(String.format(
                        header,
                        "[redacted:"
                                + header.substring(0, header.indexOf('=') < 0 ? 6 : 5)
                                        .toLowerCase(Locale.ROOT) + "]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer     %s",
                "{\"bearer\": \"%s\"}",
                "bearer\n%s",
                "barer %s",
                "bearers %s",
                "agentassertions %s",
                "Bearer on %s"
            })
    void further_on_or_behind_another_word_it_does_not(String text) {
        String line = String.format(text, RANDOM.substring(0, 16));

        assertThat(redactor.redact(line)).isEqualTo(line);
    }

    @Test
    void characters_of_base64_belong_to_a_credential_and_not_to_other_words() {
        String value = "kX9m+Q2vL/7pR4~wT8z==";

        assertThat(redactor.redact("Basic " + value + ".")).isEqualTo("Basic [redacted:basic]");
        assertThat(redactor.redact("Basic " + value + "!")).isEqualTo("Basic [redacted:basic]!");
        assertThat(redactor.redact("value " + value + " sk-" + RANDOM.substring(0, 20) + "/x"))
                .isEqualTo("value " + value + " [redacted:api-key]/x");
    }

    @Test
    void a_method_call_is_no_token() {
        String call = "hvs." + RANDOM.substring(0, 24) + "(x)";

        assertThat(redactor.redact(call)).isEqualTo(call);
    }

    @Test
    void long_words_that_are_no_token_are_let_go_as_soon_as_they_are_known_to_be_none() {
        assertThat(waiting("w".repeat(15))).isEqualTo(15);
        assertThat(waiting("w".repeat(16))).isZero();
        assertThat(waiting("sk-" + "a".repeat(60))).isEqualTo(63);
        assertThat(waiting("sk-" + "a".repeat(61))).isZero();
        assertThat(waiting("eyJ" + "a".repeat(61))).isEqualTo(64);
        assertThat(waiting("eyJ" + "a".repeat(16 * 1024 - 4))).isEqualTo(16 * 1024 - 1);
        assertThat(waiting("eyJ" + "a".repeat(16 * 1024 - 3))).isZero();
    }

    @Test
    void a_long_token_is_masked_as_soon_as_it_is_known_to_be_one() {
        assertThat(waiting("sk-" + RANDOM + RANDOM)).isZero();
        assertThat(waiting("eyJ" + "a".repeat(61) + "." + "a".repeat(62))).isEqualTo(127);
        assertThat(waiting("eyJ" + "a".repeat(61) + "." + "a".repeat(63))).isZero();
    }

    /** How many bytes of the word are held back as it stands at the end of what has come. */
    private static int waiting(String word) {
        TokenFinder finder = new TokenFinder(span -> {});
        finder.accept(word.getBytes(StandardCharsets.US_ASCII), 0, word.length());
        return word.length() - (int) finder.undecidedFrom();
    }
}
