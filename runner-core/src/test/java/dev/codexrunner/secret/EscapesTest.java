package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an escape is read as: a secret behind one that is read wrongly is not known. {@code ^[} stands for ESC. */
class EscapesTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "\\n1, 0a31",
                "\\r\\t\\b\\f1, 0d0931",
                "\\e[0m1, 31",
                "\\q1, 7131",
                "\\/1, 2f31",
                "\\x41g, 4167",
                "\\x7F, ",
                "\\u0041g, 4167",
                "\\u00e9, c3a9",
                "\\u20AC, e282ac",
                "\\U0001f600, f09f9880",
                "\\ud83d\\ude00, f09f9880",
                "\\u{41}g, 4167",
                "\\u{1F600}, f09f9880",
                "\\u{000041}, 41",
                "\\u{10ffff}, f48fbfbf",
                "\\101g, 4167",
                "\\379, 39",
                "\\3779, ff39",
                "\\1012, 4132",
                "\\619, 3139",
                "\\4112, 213132",
                "\\773, 3f33",
                "%41g, 4167",
                "%%41, 2541",
                "%e2%82%ac, e282ac",
                "&lt;1, 3c31",
                "&#65;1, 4131",
                "&#x41;1, 4131",
                "&#X41;1, 4131",
                "&#x20ac;1, e282ac31",
                "&NewLine;1, 0a31",
                "&#0000065;1, 4131",
                "%255Cu0041g, 4167",
                "\\u005cu0041g, 4167",
                "\\u00\\u0034\\u0031g, 4167",
                "\\x\\x34\\x31g, 4167",
                "&\\x6c\\x74;1, 3c31",
                "\\&#117;0041g, 4167",
                "\\\\u0041g, 4167",
                "\\\\\\\\u0041g, 4167",
                "\\u005c\\u005cx41g, 4167",
                "\\u005c\\u006e1, 0a31",
                "\\\\u006e1, 6e31"
            })
    void an_escape_is_read_as_what_it_stands_for(String written, String hex) {
        assertThat(read(written)).isEqualTo(hex == null ? "" : hex);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%4g12",
                "%g412",
                "%",
                "%4",
                "&nosuchname;",
                "&#x110000;",
                "&#;",
                "&lt 1",
                "&#x;",
                "&#99999999999;",
                "&abcdefghij;",
                "&lt_1;",
                "100% sure",
                "a & b"
            })
    void what_is_no_escape_is_read_as_it_stands(String written) {
        assertThat(read(written)).isEqualTo(hex(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"u{0000041}", "u{4g}", "u004g", "U0001f60g", "x4g"})
    void half_an_escape_is_read_as_its_letters_without_the_backslash(String letters) {
        assertThat(read("\\" + letters)).isEqualTo(hex(letters));
    }

    @Test
    void what_is_beyond_unicode_is_read_as_a_question_mark() {
        assertThat(read("\\u{110000}")).isEqualTo(hex("?"));
        assertThat(read("\\uffff")).isEqualTo("efbfbf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a^[[mb",
                "a^[[0mb",
                "a^[[01;31mb",
                "a^[[38;5;214mb",
                "a^[[?25lb",
                "a^[[2@b",
                "a^[[2~b",
                "a^[(Bb",
                "a^[7b",
                "a^[=b",
                "a^[0b",
                "a^[ Fb",
                "a^[/Ab",
                "a^[~b"
            })
    void colours_and_other_sequences_of_a_terminal_are_read_as_nothing(String written) {
        assertThat(read(written.replace("^[", "\u001b"))).isEqualTo(hex("ab"));
    }

    @Test
    void a_sequence_that_is_none_leaves_the_text_behind_it() {
        assertThat(read("\u001b[1\n2mb")).isEqualTo(hex("[1\n2mb"));
        assertThat(read("\u001b\nb")).isEqualTo(hex("\nb"));
        assertThat(read("\u001b]0;title")).isEqualTo(hex("]0;title"));
        assertThat(read("\u001b[" + "1;".repeat(30) + "mb")).isEqualTo(hex("[" + "1;".repeat(30) + "mb"));
        assertThat(read("\u001b[" + "1".repeat(28) + "mb")).isEqualTo(hex("b"));
    }

    @Test
    void lone_surrogates_and_pairs_torn_apart_are_no_characters_and_hide_nothing_behind_them() {
        assertThat(read("\\ud83dab")).isEqualTo(hex("ab"));
        assertThat(read("\\ud83d\\u0041b")).isEqualTo(hex("Ab"));
        assertThat(read("\\ud83d\\u00e9b")).isEqualTo("c3a962");
        assertThat(read("\\ud83d\u001b[0m\\ude00b")).isEqualTo(hex("?b"));
        assertThat(read("\\ude00b")).isEqualTo(hex("?b"));
        assertThat(read("\\ud83da\\ude00b")).isEqualTo(hex("a?b"));
        assertThat(read("\\ud83d\\ud83d\\ude00b")).isEqualTo("f09f988062");
    }

    @Test
    void at_the_end_an_unfinished_escape_counts_as_it_stands() {
        assertThat(read("pass&amp")).isEqualTo(hex("pass&amp"));
        assertThat(read("pass%4")).isEqualTo(hex("pass%4"));
        assertThat(read("pass\\u00")).isEqualTo(hex("passu00"));
    }

    private static String read(String text) {
        return toHex(TextReading.read(text.getBytes(StandardCharsets.UTF_8), false));
    }

    private static String hex(String text) {
        return toHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String toHex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
