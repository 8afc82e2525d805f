package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.reliability.Campaign;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

class RedactorTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALPHABET = "abnrtu0019/\\\"'<é$%`. \n";

    private final Redactor redactor = new Redactor();

    @Test
    void a_secret_that_is_blank_or_short_is_named_and_never_blanks_the_log() {
        redactor.learn(Secret.of("blank", "  \n "));
        redactor.learn(Secret.of("short", "seven77"));

        assertThat(redactor.tooShort()).containsExactly("blank", "short");
        assertThat(redactor.redact("  \n a log with seven77")).isEqualTo("  \n a log with seven77");
    }

    @Test
    void the_longest_of_overlapping_secrets_gives_the_name_and_nothing_of_either_stays() {
        redactor.learn(Secret.of("short", "bcdefghij"));
        redactor.learn(Secret.of("long", "abcdefghijklmnop"));
        redactor.learn(Secret.of("tail", "mnopqrstuv"));

        assertThat(redactor.redact("<abcdefghijklmnop>")).isEqualTo("<[redacted:long]>");
        assertThat(redactor.redact("<abcdefghijklmnopqrstuv>")).isEqualTo("<[redacted:long]>");
        assertThat(redactor.redact("<bcdefghijbcdefghij>")).isEqualTo("<[redacted:short][redacted:short]>");
    }

    @Test
    void a_secret_learned_during_the_run_counts_from_then_on() throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (OutputStream stream = redactor.redacting(target)) {
            stream.write("late-secret-1 ".getBytes(StandardCharsets.UTF_8));
            redactor.learn(Secret.of("late", "late-secret-1"));
            stream.write("late-sec".getBytes(StandardCharsets.UTF_8));
            redactor.learn(Secret.of("other", "something-else"));
            stream.write("ret-1 something-else".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(target.toString(StandardCharsets.UTF_8)).isEqualTo("late-secret-1 [redacted:late] [redacted:other]");
    }

    @Test
    void text_that_is_no_secret_passes_without_waiting() throws IOException {
        redactor.learn(Secret.of("token", "tttttttttttttttt-secret"));
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (OutputStream stream = redactor.redacting(target)) {
            stream.write("Reading the files... ".getBytes(StandardCharsets.UTF_8));

            assertThat(target.toString(StandardCharsets.UTF_8)).isEqualTo("Reading the files... ");
        }
    }

    @Test
    void a_mask_never_leaves_half_an_escape_in_json() {
        redactor.learn(Secret.of("tricky", "n-starts-like-an-escape"));
        redactor.learn(Secret.of("digits", "00e9-starts-like-a-code"));
        redactor.learn(Secret.of("slash", "ends-with-a-backslash\\"));
        for (String line : new String[] {
            "{\"a\":\"\\n-starts-like-an-escape\"}",
            "{\"a\":\"\\\\n-starts-like-an-escape\"}",
            "{\"a\":\"\\u00e9-starts-like-a-code\"}",
            "{\"a\":\"ends-with-a-backslash\\\"\"}",
            "{\"a\":\"ends-with-a-backslash\\\\\"}"
        }) {
            for (int split = 0; split <= line.length(); split++) {
                String redacted = Streams.split(redactor, line, split);
                assertThat(redacted).contains("[redacted:");
                assertThat(JSON.readTree(redacted).get("a").isString()).isTrue();
            }
        }
    }

    @Test
    void no_secret_survives_any_encoding_or_split_and_json_stays_json() {
        Random random = new Random(20261121);
        for (int round = 0; round < Campaign.size(300, 300); round++) {
            Redactor fresh = new Redactor();
            String secret = text(random, 12 + random.nextInt(20)) + "Z";
            fresh.learn(Secret.of("fuzz", secret));
            String base64 = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
            String inner = JSON.writeValueAsString(Map.of("k", text(random, 9) + secret + text(random, 9)));
            String line = JSON.writeValueAsString(
                    Map.of("plain", text(random, 20) + secret + text(random, 20), "nested", inner, "b", base64));

            String redacted = Streams.inPieces(fresh, line, random);

            assertThat(redacted).as("seed round %s", round).isEqualTo(fresh.redact(line));
            assertThat(fresh.redact(redacted)).isEqualTo(redacted);
            assertThat(JSON.readTree(redacted).toString()).doesNotContain(base64);
            JSON.readTree(redacted)
                    .forEach(value -> assertThat(value.asString())
                            .contains("[redacted:fuzz]")
                            .doesNotContain(secret));
        }
    }

    @Test
    void a_megabyte_line_passes_in_linear_time_and_bounded_memory() throws IOException {
        redactor.learn(Secret.of("token", "eyJ" + "aB3".repeat(500)));
        for (String pattern :
                new String[] {"eyJ", "eyJaB3aB3aB3", "-----BEGIN ", "\\", "a", "sk-a1B2", "s.", "\n", "aB3"}) {
            byte[] line =
                    pattern.repeat(Campaign.length(1 << 20) / pattern.length()).getBytes(StandardCharsets.UTF_8);
            CountingStream target = new CountingStream();
            try (OutputStream stream = redactor.redacting(target)) {
                stream.write(line);
                if (!pattern.contains("aB3") && !pattern.equals("sk-a1B2")) {
                    assertThat(line.length - target.count).as(pattern).isLessThan(40 * 1024);
                }
            }
        }
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static final class CountingStream extends OutputStream {
        private long count;

        @Override
        public void write(int value) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }
}
