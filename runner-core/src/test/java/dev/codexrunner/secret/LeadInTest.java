package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which bytes belong to an escape: carets mark them, {@code ~} is ESC. A token behind one must not seem to begin with its letters. */
class LeadInTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "\\nsk, ^^..",
                "\\tsk, ^^..",
                "\\qsk, ^...",
                "\\\\nsk, ^^^..",
                "\\x41sk, ^^^^..",
                "\\x4gsk, ^^^...",
                "\\u0041sk, ^^^^^^..",
                "\\u00e9at, ^^^^^^..",
                "\\u004\\nsk, ^^^^^^^..",
                "%20sk, ^^^..",
                "%2Gsk, ^^...",
                "%%20sk, ^^^^..",
                "%4%20sk, ^^^^^..",
                "\\033[1;31msk, ^^^^^^^^^^..",
                "\\012sk, ^^^^..",
                "\\08sk, ^^^..",
                "\\0asb, ^^...",
                "\\e[0msk, ^^^^^..",
                "\\x1b[0msk, ^^^^^^^..",
                "\\u001b[1;32msk, ^^^^^^^^^^^^..",
                "\\u001bsk, ^^^^^^..",
                "\\x41[1m, ^^^^...",
                "~[0msk, ^^^^..",
                "~[01;31msk, ^^^^^^^^..",
                "~sk, ^.."
            })
    void an_escape_is_no_part_of_the_word_behind_it(String text, String covered) {
        LeadIn leadIn = new LeadIn();
        StringBuilder seen = new StringBuilder();
        for (char each : text.replace('~', '\u001b').toCharArray()) {
            seen.append(leadIn.covers((byte) each) ? '^' : '.');
        }

        assertThat(seen).hasToString(covered);
    }
}
