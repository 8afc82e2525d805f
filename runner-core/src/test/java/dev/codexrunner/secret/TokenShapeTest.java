package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenShapeTest {

    private final Redactor redactor = new Redactor();
    private final Random random = new Random(42);

    @ParameterizedTest
    @CsvSource({
        "at-,43,access-token",
        "sk-,48,api-key",
        "sk-proj-,150,api-key",
        "hvs.,24,vault-token",
        "hvs.,95,vault-token",
        "hvb.,140,vault-token",
        "hvr.,90,vault-token",
        "s.,24,vault-token",
        "b.,120,vault-token",
        "ghp_,36,github-token",
        "gho_,36,github-token",
        "ghs_,36,github-token",
        "ghu_,36,github-token",
        "ghr_,36,github-token",
        "github_pat_,82,github-token"
    })
    void a_token_nobody_told_of_is_masked_by_its_shape(String prefix, int length, String name) {
        String token = prefix + randomText(length);
        String mask = "[redacted:" + name + "]";
        for (String around : new String[] {
            "%s",
            "x %s y",
            "\"%s\"",
            "k=%s",
            "k=%s&b=1",
            "a\\n%s\\n",
            "(%s)",
            "https://u:%s@host/",
            "t%%3D%s",
            "\u001b[31m%s\u001b[0m",
            "\\u001b[31m%s\\u001b[0m",
            "{\\\"a\\\":\\\"%s\\\"}",
            "\\\\n%s"
        }) {
            String text = String.format(around, token);
            String expected = String.format(around, mask);
            if (prefix.equals("b.") && around.contains("\\\\n")) {
                continue;
            }
            for (int split = 0; split <= text.length(); split++) {
                assertThat(Streams.split(redactor, text, split)).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"U+200B", "U+00AD", "U+FEFF", "U+2060", "U+200D", "U+034F", "U+FE0F", "U+E0041", "U+3164"})
    @Fault(
            area = Area.SECRETS,
            made = "a character that nobody sees between the characters of a token that the runner never held",
            promised = "masked whole by its shape, however the stream is cut")
    void a_token_of_known_shape_with_characters_that_nobody_sees(String codePoint, Seen seen) throws IOException {
        String invisible = Character.toString(Integer.parseInt(codePoint.substring(2), 16));
        String token = "at-" + randomText(43);
        String text = "{\"text\":\"x " + String.join(invisible, token.split("")) + " y\"}";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int split = 0; split <= bytes.length; split++) {
            ByteArrayOutputStream redacted = new ByteArrayOutputStream();
            try (OutputStream out = redactor.redacting(redacted)) {
                out.write(bytes, 0, split);
                out.write(bytes, split, bytes.length - split);
            }
            assertThat(redacted.toString(StandardCharsets.UTF_8))
                    .isEqualTo("{\"text\":\"x [redacted:access-token] y\"}");
        }
        seen.that("cut at every byte");
    }

    @Test
    void words_with_characters_that_nobody_sees_stay_as_they_are() {
        String text = "Donau\u00addampf\u00adschiff, at-least\u200b-once, \u4e2d\u6587, \ufeffsk-learn";

        assertThat(redactor.redact(text)).isEqualTo(text);
    }

    @Test
    void a_jwt_is_masked_however_long() {
        String jwt = segment("{\"alg\":\"RS256\",\"kid\":\"k1\"}") + "."
                + segment("{\"pad\":\"" + randomText(90_000) + "\"}") + "." + randomText(340);

        assertThat(redactor.redact("token=" + jwt + " end")).isEqualTo("token=[redacted:jwt] end");
        assertThat(Streams.inPieces(redactor, "\"" + jwt + "\"", random)).isEqualTo("\"[redacted:jwt]\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization: Bearer %s", "authorization: bearer %s", "Basic %s", "AgentAssertion %s"})
    void a_credential_behind_its_scheme_is_masked(String header) {
        String text = String.format(header, randomText(30) + "/+" + randomText(30) + "==");
        String scheme = header.contains("earer") ? "bearer" : header.contains("Basic") ? "basic" : "agentassertion";
        for (int split = 0; split <= text.length(); split++) {
            assertThat(Streams.split(redactor, text, split))
                    .isEqualTo(String.format(header, "[redacted:" + scheme + "]"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s.longMethodName(argument)",
                "s.someVeryLongMethodNameX1(argument)",
                "b.appendEverythingThatComesToMindInOneGo()",
                "3c1b750f0e2d4c6a8b9d0e1f2a3b4c5d6e7f8091",
                "01a1fbc3-fcb4-7b22-a9c9-4502fc9ed01c",
                "at-least-once-delivery-semantics-are-hard",
                "sk-loading-spinner-container-element",
                "the bearer token-based-authentication-flow",
                "Basic authentication is off. Bearer authorization-header",
                "eyJust a word, eyJhbGciOiJub25lIn0 alone",
                "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "com.example.s.Class and -----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
                "hvs.example ghp_example github_pat_example",
                "----------------------------------------------------------------",
                "C:\\new\\table\\users"
            })
    void ordinary_text_survives(String text) {
        for (int split = 0; split <= text.length(); split++) {
            assertThat(Streams.split(redactor, text, split)).isEqualTo(text);
        }
    }

    @Test
    void a_private_key_is_masked_over_its_lines_raw_and_in_json() {
        String body = (randomText(64) + "\n").repeat(4);
        String pem = "-----BEGIN PRIVATE KEY-----\n" + body + "-----END PRIVATE KEY-----";
        String json = "{\"out\":\"" + pem.replace("\n", "\\n") + "\\n\",\"b\":1}";

        for (int split = 0; split <= json.length(); split++) {
            assertThat(Streams.split(redactor, json, split))
                    .isEqualTo("{\"out\":\"[redacted:private-key]\\n\",\"b\":1}");
        }
        assertThat(Streams.inPieces(redactor, "a\n" + pem + "\nb", random)).isEqualTo("a\n[redacted:private-key]\nb");
        assertThat(redactor.redact(pem.replace("PRIVATE", "RSA PRIVATE"))).isEqualTo("[redacted:private-key]");
    }

    @Test
    void a_private_key_cut_short_in_json_leaves_the_json_whole() {
        String json = "{\"out\":\"-----BEGIN EC PRIVATE KEY-----\\nMHcCAQEE\\\"cut\",\"b\":1}";

        assertThat(redactor.redact(json)).isEqualTo("{\"out\":\"[redacted:private-key]\\\"cut\",\"b\":1}");
    }

    private static String segment(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private String randomText(int length) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        return random.ints(length, 0, alphabet.length())
                .collect(StringBuilder::new, (text, i) -> text.append(alphabet.charAt(i)), StringBuilder::append)
                .toString();
    }
}
