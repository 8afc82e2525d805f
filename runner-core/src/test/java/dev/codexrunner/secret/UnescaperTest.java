package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long an escape is waited for, and where in the stream it is known to stand. */
class UnescaperTest {

    private final RecordingSink read = new RecordingSink();
    private final Unescaper unescaper = new Unescaper(Escapes.ALL, read);

    @Test
    void what_an_escape_stands_for_was_written_from_its_first_byte_to_its_last() {
        RecordingSink.feed(unescaper, "a\\u0041b%42&#67;c");

        assertThat(read.text()).isEqualTo("aAbBCc");
        assertThat(read.places()).containsExactly("0-1", "1-7", "7-8", "8-11", "11-16", "16-17");
    }

    @Test
    void a_backslash_before_what_needs_none_goes_with_it() {
        RecordingSink.feed(unescaper, "a\\qb");

        assertThat(read.text()).isEqualTo("aqb");
        assertThat(read.places()).containsExactly("0-1", "1-3", "3-4");
    }

    @Test
    void a_pair_of_escapes_for_one_character_was_written_from_the_first_on() {
        RecordingSink.feed(unescaper, "\\ud83d");
        assertThat(unescaper.undecidedFrom(6)).isZero();
        RecordingSink.feed(unescaper, "\\ude00");

        assertThat(read.places()).hasSize(4).startsWith("0-6");
        assertThat(unescaper.undecidedFrom(12)).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({"\\, 1", "\\u00, 1", "%, 1", "%4, 1", "&am, 1", "\\\\u00, 1", "&#x, 1"})
    void an_unfinished_escape_is_held_back_from_its_start_on(String unfinished, int start) {
        RecordingSink.feed(unescaper, "a" + unfinished);

        assertThat(read.text()).isEqualTo("a");
        assertThat(unescaper.undecidedFrom(1 + unfinished.length())).isEqualTo(start);
    }

    @Test
    void an_escape_longer_than_any_is_let_go_byte_by_byte() {
        RecordingSink.feed(unescaper, "\u001b[" + "1".repeat(29));
        assertThat(read.text()).isEmpty();

        RecordingSink.feed(unescaper, "1");
        assertThat(read.text()).isEqualTo("\u001b[" + "1".repeat(30));
        assertThat(unescaper.undecidedFrom(99)).isEqualTo(99);
    }

    @Test
    void a_row_of_backslashes_of_any_length_stands_for_one_of_them_up_to_a_bound() {
        RecordingSink.feed(unescaper, "\\".repeat(200) + "u0041");
        assertThat(read.text()).isEqualTo("A");

        RecordingSink.feed(unescaper, "\\".repeat(20_000));
        assertThat(unescaper.undecidedFrom(20_000)).isGreaterThan(20_000 - 4 * 1024 - 1);
    }

    @Test
    void what_was_begun_does_not_go_on_behind_a_cut() {
        RecordingSink.feed(unescaper, "a\\u00");

        unescaper.cut();
        RecordingSink.feed(unescaper, "41b");

        assertThat(read.text()).startsWith("a").endsWith("|41b");
    }

    @Test
    void the_end_of_the_stream_passes_on_what_was_begun() {
        RecordingSink.feed(unescaper, "a%4");

        unescaper.end();

        assertThat(read.text()).isEqualTo("a%4");
        assertThat(read.places()).containsExactly("0-1", "1-2", "2-3");
    }

    @Test
    void colours_within_an_unfinished_escape_leave_it_unfinished() {
        RecordingSink.feed(unescaper, "\\\u001b[1mu0041");

        assertThat(read.text()).doesNotContain("\u001b");
    }
}
