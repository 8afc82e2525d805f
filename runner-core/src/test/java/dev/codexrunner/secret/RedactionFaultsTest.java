package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Campaign;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways in which a secret slips past a redactor that looks for its text. */
class RedactionFaultsTest {

    private static final String TOKEN = "kX9-mQ2_vL7.pR4wT8zB3nD6hJ1cF5gY0sA-eU2iO9xK7qM4";
    private static final String MASK = "[redacted:token]";

    private final Redactor redactor = new Redactor();

    private void learnToken() {
        redactor.learn(Secret.of("token", TOKEN));
    }

    @Test
    @Fault(
            area = Area.SECRETS,
            made = "a secret written one byte at a time, flushed after each",
            promised = "masked whole")
    void a_secret_split_over_writes(Seen seen) throws IOException {
        learnToken();
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (OutputStream stream = redactor.redacting(target)) {
            for (byte each : ("a " + TOKEN + " b").getBytes(StandardCharsets.UTF_8)) {
                stream.write(each);
                stream.flush();
            }
        }

        assertThat(target.toString(StandardCharsets.UTF_8)).isEqualTo("a " + MASK + " b");
        seen.that("masked");
    }

    @Test
    @Fault(area = Area.SECRETS, made = "ANSI colours between the characters of a secret", promised = "masked whole")
    void a_secret_across_colours(Seen seen) {
        learnToken();

        assertThat(redactor.redact("<" + TOKEN.replace("m", "m\u001b[1;31m").replace("z", "z\\u001b[0m") + ">"))
                .isEqualTo("<" + MASK + ">");
        seen.that("masked");
    }

    @Test
    @Fault(area = Area.SECRETS, made = "zero-width characters within a secret", promised = "masked whole")
    void a_secret_with_characters_that_nobody_sees(Seen seen) {
        learnToken();

        assertThat(redactor.redact("<" + TOKEN.replace("Q", "Q\u200b").replace("8", "8\u00ad") + ">"))
                .isEqualTo("<" + MASK + ">");
        seen.that("masked");
    }

    @Test
    @Fault(area = Area.SECRETS, made = "a secret in the middle of a line of a megabyte", promised = "masked whole")
    void a_secret_in_a_line_of_a_megabyte(Seen seen) {
        learnToken();
        String half = "lorem ipsum ".repeat(Campaign.length(50_000));

        assertThat(redactor.redact(half + "<" + TOKEN + ">" + half)).isEqualTo(half + "<" + MASK + ">" + half);
        seen.that("masked");
    }

    @Test
    @Fault(
            area = Area.SECRETS,
            made = "a secret learned while half of it is in the stream",
            promised = "masked from then on")
    void a_secret_learned_in_mid_stream(Seen seen) throws IOException {
        redactor.learn(Secret.of("sibling", TOKEN.substring(0, 20) + "-and-something-else"));
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (OutputStream stream = redactor.redacting(target)) {
            stream.write(("now " + TOKEN.substring(0, 18)).getBytes(StandardCharsets.UTF_8));
            learnToken();
            stream.write(TOKEN.substring(18).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(target.toString(StandardCharsets.UTF_8)).isEqualTo("now " + MASK);
        seen.that("masked");
    }

    @Test
    @Fault(area = Area.SECRETS, made = "a secret of seven characters", promised = "named; the log stays readable")
    void a_secret_too_short_to_mask(Seen seen) {
        redactor.learn(Secret.of("pin", "seven77"));

        assertThat(redactor.tooShort()).containsExactly("pin");
        assertThat(redactor.redact("log with seven77 in it")).isEqualTo("log with seven77 in it");
        seen.that("named, log unchanged");
    }

    @Test
    @Fault(area = Area.SECRETS, made = "base64 of base64 of a secret", promised = "masked")
    void a_secret_encoded_twice(Seen seen) {
        learnToken();
        String once = Base64.getEncoder().encodeToString(TOKEN.getBytes(StandardCharsets.UTF_8));
        String twice = Base64.getEncoder().encodeToString(once.getBytes(StandardCharsets.UTF_8));

        assertThat(redactor.redact("x " + twice))
                .startsWith("x ")
                .contains(MASK)
                .hasSizeLessThan(40);
        seen.that("masked");
    }

    @Test
    @Fault(
            area = Area.SECRETS,
            made = "base64 of a secret, cut at both ends",
            promised = "masked from 24 characters on")
    void a_piece_of_an_encoded_secret(Seen seen) {
        learnToken();
        String encoded = Base64.getEncoder().encodeToString(TOKEN.getBytes(StandardCharsets.UTF_8));

        assertThat(redactor.redact("... " + encoded.substring(7, 47) + " ...")).isEqualTo("... " + MASK + " ...");
        seen.that("masked");
    }

    @Test
    @Fault(area = Area.SECRETS, made = "a hex dump of a secret over several lines", promised = "masked, margin too")
    void a_secret_in_a_dump(Seen seen) {
        redactor.learn(Secret.of("token", "0123456789abcdefGHIJKLMNOPqrstuv"));
        String dump = """
                00000000: 3031 3233 3435 3637 3839 6162 6364 6566  0123456789abcdef
                00000010: 4748 494a 4b4c 4d4e 4f50 7172 7374 7576  GHIJKLMNOPqrstuv
                """;

        assertThat(redactor.redact(dump)).contains(MASK).doesNotContain("3233", "7576", "6789abc", "GHIJ", "rstuv");
        seen.that("masked");
    }

    @Test
    @Fault(area = Area.SECRETS, made = "a secret as UTF-16, as PowerShell redirects it", promised = "masked")
    void a_secret_in_utf_16(Seen seen) {
        learnToken();
        StringBuilder wide = new StringBuilder();
        TOKEN.chars().forEach(c -> wide.append((char) c).append('\0'));

        assertThat(redactor.redact(wide.toString())).startsWith(MASK).hasSizeLessThan(MASK.length() + 2);
        seen.that("masked");
    }

    @Test
    @Fault(
            area = Area.SECRETS,
            made = "a secret as Java prints a byte array, as C writes it, and in quotes of a shell",
            promised = "masked")
    void a_secret_in_a_list_of_bytes(Seen seen) {
        redactor.learn(Secret.of("token", "it's-a-sécret-99"));

        assertThat(redactor.redact("[105, 116, 39, 115, 45, 97, 45, 115, -61, -87, 99, 114, 101, 116, 45, 57, 57]"))
                .isEqualTo("[" + MASK + "]");
        assertThat(redactor.redact("it\\x27s\\x2da-s\\303\\251cret-9\\x39 ")).isEqualTo(MASK + " ");
        assertThat(redactor.redact("'it'\\''s-a-sécret-99'")).isEqualTo("'" + MASK + "'");
        seen.that("masked");
    }

    @Test
    @Fault(
            area = Area.SECRETS,
            made = "20 MB that always look like the start of a secret, without a newline",
            promised = "no more held than stated")
    void a_line_that_never_decides(Seen seen) throws IOException {
        learnToken();
        KnownForms forms = knownForms();
        byte[] block = (TOKEN.substring(0, 20) + "\u001b[0m").repeat(300).getBytes(StandardCharsets.UTF_8);
        SpanFinder finder = forms.finder(0, span -> {}).orElseThrow();
        long written = 0;
        long wanted = Campaign.length(20_000_000);
        while (written < wanted) {
            finder.accept(block, 0, block.length);
            written += block.length;
            assertThat(written - finder.undecidedFrom()).isLessThanOrEqualTo(KnownSecretFinder.LONGEST_HELD);
        }
        seen.that("held within the bound");
    }

    private static KnownForms knownForms() {
        Spellings spellings = Spellings.of(Secret.of("token", TOKEN), "token", true);
        return new KnownForms(spellings.asWritten(), spellings.joined(), spellings.looksEscaped());
    }

    @Test
    @Fault(
            area = Area.SECRETS,
            made = "ordinary developer output beside a known token",
            promised = "nothing of it is blanked")
    void ordinary_output_survives(Seen seen) {
        learnToken();
        String output = """
                commit 3c1b750f0e2d4c6a8b9d0e1f2a3b4c5d6e7f8091 (HEAD -> main)
                Author: A. Developer <dev@example.org>
                Exception in thread "main" java.lang.IllegalStateException: no bytes: [115, 107, -3]
                \tat dev.example.s.LongClassName$Inner.someVeryLongMethodNameX1(LongClassName.java:42)
                "integrity": "sha512-uvNr+Yk3hVJWbXhyVxbdHbqyaxCqzkVhzNxqAAWkGgWoS2eEIrYFrnQZhXkDUdpjCzS0kBzpJLbQPdU0eQqBHg==",
                def parse(self, s): return s.replace('\\\\', '/').split(b.decode('utf-8'))
                <img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk">
                GET /a%20b?x=1&amp;y=2 HTTP/1.1  01a1fbc3-fcb4-7b22-a9c9-4502fc9ed01c
                00000000: 7f45 4c46 0201 0100 0000 0000 0000 0000  .ELF............
                """;

        assertThat(redactor.redact(output)).isEqualTo(output);
        seen.that("unchanged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\\u001b", "\\%\\&\u001b", "&amp", "%25", "\\\\u00", "\u001b[", "&#x5c", "\\&\u001b["})
    @Timeout(60)
    @Fault(
            area = Area.SECRETS,
            made = "a megabyte of one unfinished escape within another",
            promised = "read in linear time, and a secret behind it is masked")
    void escapes_that_never_end(String unfinished, Seen seen) {
        learnToken();

        String output = redactor.redact(
                unfinished.repeat(Campaign.length(1_000_000) / unfinished.length()) + "\n" + TOKEN + "\n");

        assertThat(output).endsWith(MASK + "\n");
        seen.that("masked");
    }
}
