package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.ObjectMapper;

class SecretFormsTest {

    /** Something of everything that encoders treat in their own way. */
    private static final String VALUE = "p/a+s'w\"o$r`d\\ <é&ü>% =1?n";

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> every_form_is_masked_at_every_split() {
        return forms().entrySet().stream()
                .map(form ->
                        DynamicTest.dynamicTest(form.getKey(), () -> assertMaskedAtEverySplit(VALUE, form.getValue())));
    }

    private static void assertMaskedAtEverySplit(String value, String spelling) {
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of("db", value));
        for (String[] around : new String[][] {{"", ""}, {"before: ", " after"}, {"{\"a\":\"\\n", "\\n\"}"}}) {
            String whole = around[0] + spelling + around[1];
            String expected = redactor.redact(whole);
            assertThat(expected).contains("[redacted:db]").doesNotContain(spelling);
            assertThat(withoutMask(expected).length())
                    .as("what is left of %s", whole)
                    .isLessThanOrEqualTo(around[0].length() + around[1].length() + 2);
            for (int split = 0; split <= whole.getBytes(StandardCharsets.UTF_8).length; split++) {
                assertThat(Streams.split(redactor, whole, split)).isEqualTo(expected);
            }
        }
    }

    private static String withoutMask(String text) {
        return text.replace("[redacted:db]", "");
    }

    private static Map<String, String> forms() {
        Map<String, String> forms = new LinkedHashMap<>();
        byte[] bytes = VALUE.getBytes(StandardCharsets.UTF_8);
        String json = JSON.writeValueAsString(VALUE);
        String escaped = json.substring(1, json.length() - 1);
        String twice = JSON.writeValueAsString(json);
        forms.put("literal", VALUE);
        forms.put("base64", Base64.getEncoder().encodeToString(bytes));
        forms.put("base64, unpadded", Base64.getEncoder().withoutPadding().encodeToString(bytes));
        forms.put("base64, URL-safe", Base64.getUrlEncoder().encodeToString(bytes));
        forms.put("hex", HexFormat.of().formatHex(bytes));
        forms.put("hex, upper case", HexFormat.of().withUpperCase().formatHex(bytes));
        forms.put("URLEncoder", URLEncoder.encode(VALUE, StandardCharsets.UTF_8));
        forms.put("encodeURIComponent", "p%2Fa%2Bs'w%22o%24r%60d%5C%20%3C%C3%A9%26%C3%BC%3E%25%20%3D1%3Fn");
        forms.put("JSON", escaped);
        forms.put("JSON, slashes escaped", escaped.replace("/", "\\/"));
        forms.put("JSON, ASCII only", escaped.replace("é", "\\u00e9").replace("ü", "\\u00fc"));
        forms.put("JSON inside JSON", twice.substring(3, twice.length() - 3));
        forms.put("XML", "p/a+s&apos;w&quot;o$r`d\\ &lt;é&amp;ü&gt;% =1?n");
        forms.put("HTML", "p/a+s&#39;w&quot;o$r`d\\ &lt;é&amp;ü&gt;% =1?n");
        forms.put("shell, single quotes", VALUE.replace("'", "'\\''"));
        forms.put("shell, double quotes", "p/a+s'w\\\"o\\$r\\`d\\\\ <é&ü>% =1?n");
        forms.put("PowerShell, single quotes", VALUE.replace("'", "''"));
        forms.put("PowerShell, double quotes", "p/a+s'w`\"o`$r``d\\ <é&ü>% =1?n");
        String shellInJson = JSON.writeValueAsString(VALUE.replace("'", "'\\''"));
        forms.put("shell inside JSON", shellInJson.substring(1, shellInJson.length() - 1));
        return forms;
    }

    @Test
    void base64_is_masked_whatever_stands_before_and_behind() {
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of("db", "correct-horse-battery"));
        for (String before : new String[] {"", "a", "ab", "abc"}) {
            for (String behind : new String[] {"", "\n", "xy", "xyz"}) {
                String text = before + "correct-horse-battery" + behind;
                for (Base64.Encoder encoder : new Base64.Encoder[] {Base64.getEncoder(), Base64.getUrlEncoder()}) {
                    String encoded = encoder.encodeToString(text.getBytes(StandardCharsets.UTF_8));
                    String left = withoutMask(redactor.redact(encoded));
                    assertThat(redactor.redact(encoded)).contains("[redacted:db]");
                    assertThat(left.length()).isLessThanOrEqualTo(before.length() + behind.length() + 6);
                }
            }
        }
    }

    @Test
    void base64_broken_into_lines_is_masked_raw_and_in_json() {
        String value = "0123456789abcdefghijklmnopqrstuvwxyz".repeat(8);
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of("db", value));
        String wrapped = Base64.getMimeEncoder().encodeToString(("T=" + value).getBytes(StandardCharsets.UTF_8));
        String inJson = JSON.writeValueAsString(Map.of("out", wrapped));

        assertThat(wrapped).contains("\r\n");
        assertThat(redactor.redact(wrapped)).hasSizeLessThan(24).contains("[redacted:db]");
        assertThat(JSON.readTree(redactor.redact(inJson)).get("out").asString()).hasSizeLessThan(24);
        for (int split = 0; split <= inJson.length(); split++) {
            assertThat(Streams.split(redactor, inJson, split)).isEqualTo(redactor.redact(inJson));
        }
    }

    @Test
    void each_line_of_a_multi_line_secret_is_masked_alone() {
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of("note", "first-line-here\n  second-line-here\nx\n"));

        assertThat(redactor.redact("a second-line-here b")).isEqualTo("a [redacted:note] b");
        assertThat(redactor.redact("first-line-here")).isEqualTo("[redacted:note]");
        assertThat(redactor.redact("x marks the spot")).isEqualTo("x marks the spot");
    }

    @Test
    void each_segment_of_a_jwt_is_masked_alone() {
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of("token", "eyJhbGciOiJSUzI1NiJ9.eyJhZ2VudCI6InNlY3JldCJ9.c2lnbmF0dXJlLXNpZ25hdHVyZQ"));

        assertThat(redactor.redact("payload eyJhZ2VudCI6InNlY3JldCJ9 only")).isEqualTo("payload [redacted:token] only");
        assertThat(redactor.redact("c2lnbmF0dXJlLXNpZ25hdHVyZQ")).isEqualTo("[redacted:token]");
    }
}
