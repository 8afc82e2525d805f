package dev.codexrunner.jenkins.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MaskedJsonTest {

    private static final String SECRET = "Zq7\"x/Kp+2mV\\9tRw%4bN8sJ";
    private static final String IN_JSON = "Zq7\\\"x/Kp+2mV\\\\9tRw%4bN8sJ";
    private static final String MASK = "[redacted:vault-secret-id]";

    private final LogMask mask = new LogMask();

    @BeforeEach
    void learn() {
        mask.learn("vault-secret-id", SECRET);
    }

    @Test
    void a_secret_in_a_string_is_masked_and_the_rest_stays_as_it_is() throws IOException {
        String json = "{\"a\" : [ 1, \"x " + IN_JSON + " y\", null, \"\\u00e4 \\\" ü\"],\n\"" + IN_JSON + "\":true}\n";

        assertThat(masked(json))
                .isEqualTo("{\"a\" : [ 1, \"x " + MASK + " y\", null, \"\\u00e4 \\\" ü\"],\n\"" + MASK + "\":true}\n");
    }

    @Test
    void it_does_not_matter_how_the_text_is_cut_into_writes() throws IOException {
        byte[] json = bytes("{\"a\":\"x" + IN_JSON + "\",\"b\":\"\\\\\"}");
        for (int cut = 0; cut <= json.length; cut++) {
            ByteArrayOutputStream target = new ByteArrayOutputStream();
            try (OutputStream masking = mask.maskingJson(target)) {
                masking.write(json, 0, cut);
                masking.write(json, cut, json.length - cut);
            }
            assertThat(text(target)).isEqualTo("{\"a\":\"x" + MASK + "\",\"b\":\"\\\\\"}");
        }
    }

    @Test
    void a_secret_that_goes_over_two_strings_leaves_json_behind() throws IOException {
        String json = "[\"" + IN_JSON.substring(0, 12) + "\",\"" + IN_JSON.substring(12) + "\"]";

        assertThat(masked(json)).startsWith("[\"").contains("\",\"").endsWith("\"]");
    }

    @Test
    void where_a_mask_would_cut_an_escape_in_two_the_whole_string_is_masked() throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (OutputStream masking = new MaskedJson(target, text -> text.replace("next", "[redacted:odd]"))) {
            masking.write(bytes("[\"line\\next\",\"next\"]"));
        }
        assertThat(text(target)).isEqualTo("[\"[redacted]\",\"[redacted:odd]\"]");
    }

    @Test
    void a_text_that_ends_within_a_string_is_masked_too() throws IOException {
        assertThat(masked("{\"a\":\"" + IN_JSON)).isEqualTo("{\"a\":\"" + MASK);
    }

    private String masked(String json) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (OutputStream masking = mask.maskingJson(target)) {
            masking.write(bytes(json));
        }
        return text(target);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
