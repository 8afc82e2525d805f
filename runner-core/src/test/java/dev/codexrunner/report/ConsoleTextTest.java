package dev.codexrunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.secret.Redactor;
import dev.codexrunner.secret.Secret;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTextTest {

    private final Redactor redactor = new Redactor();
    private final ConsoleText console = new ConsoleText(redactor);

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', textBlock = """
            ::add-mask::e              | : :add-mask::e
            a\\n \\u00a0::error::x       | a\\n \\u00a0: :error::x
            a\\n\\n \\n\\t::error::x      | a\\n\\n \\n\\t: :error::x
            ::::set-output::           | : :::set-output::
            std::vector and a::b       | std::vector and a::b
            x ##[group]y               | x # #[group]y
            ###[error]                 | ## #[error]
            ##vso[task.setvariable]    | # #vso[task.setvariable]
            ##teamcity[x]              | # #teamcity[x]
            ## heading [link]          | ## heading [link]
            ok\\r::stop-commands::x     | ok\\n: :stop-commands::x
            a\\r\\nb                     | a\\nb
            \\u001b[31mred\\u001b[0m      | red
            \\u001b]0;title\\u0007text    | text
            \\u001b]8;;http://e\\u001b\\\\link | link
            \\u009b2Jgone               | gone
            \\u001b[8mha:////4AAAA==\\u001b[0mhi | hi
            a\\u202eb\\u2066c             | abc
            a\\u0008b\\u0000c\\u007f       | abc
            \\u001b[1m::warning::x       | : :warning::x
            :\\u0008:debug::x            | : :debug::x
            #\\u001b[0m#[error]          | # #[error]
            """, delimiter = '|')
    void text_of_the_agent_cannot_speak_to_the_console(String hostile, String harmless) {
        assertThat(console.block(unescape(hostile))).isEqualTo(unescape(harmless));
    }

    @Test
    void nothing_that_a_ci_obeys_survives_whatever_is_combined() {
        String[] pieces = {
            "::", ":", "##", "#", "[", "vso[", "\r", "\n", "\u001b", "\u001b[", "8mha:", "]", "x", " ", "\u0008",
            "\u2028", "\u200b"
        };
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder hostile = new StringBuilder();
            for (int i = 0; i < 12; i++) {
                hostile.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThat(console.block(hostile.toString()))
                    .doesNotContain("\u001b", "\r", "##[", "##vso[")
                    .doesNotContainPattern("(?m)^[\\s\\p{Z}\\p{Cf}]*::");
        }
    }

    @Test
    void a_secret_that_colours_keep_apart_is_masked_all_the_same() {
        redactor.learn(Secret.of("pass", "open-sesame"));

        assertThat(console.block("open-\u001b[0msesame")).isEqualTo("[redacted:pass]");
        assertThat(console.line("open-\u0000sesame", 99)).isEqualTo("[redacted:pass]");
    }

    @Test
    void a_long_line_keeps_its_beginning_and_its_end() {
        assertThat(console.line("a".repeat(300) + "\n\tend", 40))
                .hasSize(40)
                .startsWith("aaa")
                .contains(" … ")
                .endsWith("end");
        assertThat(console.line("😀".repeat(100), 41)).doesNotContain("?");
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder();
        Matcher unicode = Pattern.compile("\\\\u([0-9a-f]{4})").matcher(text);
        while (unicode.find()) {
            unicode.appendReplacement(plain, Matcher.quoteReplacement(literal(unicode.group(1))));
        }
        return unicode.appendTail(plain).toString().translateEscapes();
    }

    private static String literal(String code) {
        String character = Character.toString(Integer.parseInt(code, 16));
        return character.equals("\\") ? "\\\\" : character;
    }
}
