package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedactedJsonTest {

    private final Redactor redactor = new Redactor();
    private final RedactedJson json = new RedactedJson(redactor);

    @BeforeEach
    void learn() {
        redactor.learn(Secret.of("pin", "1234567890"));
        redactor.learn(Secret.of("pair", "quoted\",\"apart"));
    }

    @Test
    void a_secret_that_is_a_bare_number_becomes_a_string() {
        assertThat(json.redact("{\"a\":1234567890,\"b\":[12345678901.50]}"))
                .isEqualTo("{\"a\":\"[redacted:pin]\",\"b\":[\"[redacted:pin]1.50\"]}");
    }

    @Test
    void keys_are_redacted_and_repeated_keys_kept() {
        assertThat(json.redact("{ \"1234567890\" : null, \"id\":1, \"id\":1.10}"))
                .isEqualTo("{\"[redacted:pin]\":null,\"id\":1,\"id\":1.10}");
    }

    @Test
    void a_secret_that_reads_like_json_structure_does_not_break_it() {
        assertThat(json.redact("[\"quoted\",\"apart\"]")).isEqualTo("[\"[redacted:pair]\"]");
        assertThat(json.redact("[\"quoted\\\",\\\"apart\"]")).isEqualTo("[\"[redacted:pair]\"]");
    }

    @Test
    void what_is_no_json_is_redacted_as_text() {
        assertThat(json.redact("{\"a\":1234567890")).isEqualTo("{\"a\":[redacted:pin]");
    }

    @Test
    void a_secret_spread_over_values_is_masked_where_the_json_stays_whole() {
        redactor.learn(Secret.of("list", "first-half,second-half"));

        assertThat(json.redact("[\"first-half\", \"second-half\"]")).isEqualTo("[\"[redacted:list]\"]");
    }

    @Test
    void a_secret_that_would_take_a_bracket_with_it_leaves_the_json_whole() {
        redactor.learn(Secret.of("brackets", "}],[{aaaa"));

        assertThat(json.redact("[[{}],[{\"aaaa\":1}]]")).isEqualTo("[[{}],[{\"aaaa\":1}]]");
    }

    @Test
    void booleans_nulls_and_nesting_stay() {
        assertThat(json.redact("{\"a\": [true, false, null, {\"b\": 1e3}]}"))
                .isEqualTo("{\"a\":[true,false,null,{\"b\":1e3}]}");
    }
}
