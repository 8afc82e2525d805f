package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HexDecoderTest {

    private final RecordingSink even = new RecordingSink();
    private final RecordingSink odd = new RecordingSink();
    private final HexDecoder decoder = new HexDecoder(even, odd);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "68696a",
                "68 69 6A",
                "68:69:6a",
                "68-69-6a",
                "68, 0x69, 0x6a]",
                "{68;69;6a}",
                "68\n69\r\n6a",
                "68.69.6a"
            })
    void pairs_of_digits_are_read_as_bytes_whatever_separates_them(String digits) {
        RecordingSink.feed(decoder, digits);

        assertThat(even.text()).isEqualTo("hij");
    }

    @Test
    void a_row_of_digits_is_read_from_its_second_digit_on_too() {
        RecordingSink.feed(decoder, "f68696a ");

        assertThat(odd.text()).isEqualTo("hij");
    }

    @Test
    void half_a_pair_before_a_separator_is_no_part_of_the_next() {
        RecordingSink.feed(decoder, "68 6 696 9 f6a");

        assertThat(even.text()).isEqualTo("hi\u00f6");
        assertThat(odd.text()).isEqualTo("\u0096j");
    }

    @Test
    void what_does_not_separate_cuts_what_was_read() {
        RecordingSink.feed(decoder, "6869 or 6a");

        assertThat(even.text()).isEqualTo("hi|j");
        assertThat(odd.text()).isEqualTo("\u0086|");
    }

    @Test
    void text_without_digits_passes_nothing_on() {
        RecordingSink.feed(decoder, "no, nor: zoo");
        assertThat(even.text()).isEmpty();
    }

    @Test
    void half_a_pair_is_held_back() {
        assertThat(decoder.undecidedFrom(7)).isEqualTo(7);
        decoder.put('6', 7, 8);
        assertThat(decoder.undecidedFrom(8)).isEqualTo(7);
        decoder.put('8', 8, 9);
        assertThat(decoder.undecidedFrom(9)).isEqualTo(8);
        decoder.put(' ', 9, 10);
        assertThat(decoder.undecidedFrom(10)).isEqualTo(10);
    }

    @Test
    void the_lowest_digit_is_held_back_too() {
        decoder.put('0', 7, 8);

        assertThat(decoder.undecidedFrom(8)).isEqualTo(7);
        decoder.put('9', 8, 9);
        assertThat(even.text()).isEqualTo("\t");
    }

    @Test
    void digits_do_not_go_on_behind_a_gap_longer_than_any_within_a_secret() {
        RecordingSink.feed(decoder, "68 6");

        assertThat(decoder.undecidedFrom(4 + DictionaryMatcher.LONGEST_GAP)).isEqualTo(3);
        assertThat(decoder.undecidedFrom(5 + DictionaryMatcher.LONGEST_GAP))
                .isEqualTo(5 + DictionaryMatcher.LONGEST_GAP);
        assertThat(even.text()).isEqualTo("h|");
    }
}
