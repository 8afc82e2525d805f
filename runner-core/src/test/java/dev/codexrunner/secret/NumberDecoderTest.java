package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberDecoderTest {

    private final RecordingSink decimal = new RecordingSink();
    private final RecordingSink octal = new RecordingSink();
    private final NumberDecoder decoder = new NumberDecoder(decimal, octal);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x 104 105 ",
                "[104, 105]",
                "[104,105]",
                "{104; 105}",
                "(104\t105)",
                "x 104\r105\n",
                "104\n105\n",
                "x 26984 "
            })
    void a_list_of_numbers_is_read_as_the_bytes_they_are(String list) {
        RecordingSink.feed(decoder, list);

        assertThat(decimal.text()).isEqualTo("hi");
    }

    @Test
    void words_of_four_and_eight_bytes_are_read_lowest_byte_first() {
        RecordingSink.feed(decoder, "x 1751738984 " + 0x6162636465666768L + " ");

        assertThat(decimal.text()).isEqualTo("hjih" + "hgfedcba");
    }

    @Test
    void negative_numbers_are_the_bytes_of_java() {
        RecordingSink.feed(decoder, "[-61, -87, -128, 0, 127]");

        assertThat(decimal.text()).isEqualTo("\u00c3\u00a9\u0080\u0000\u007f");
        assertThat(decimal.places()).containsExactly("1-4", "6-9", "11-15", "17-18", "20-23");
    }

    @Test
    void a_number_below_any_byte_is_none_and_ends_the_list() {
        RecordingSink.feed(decoder, "[104, -129, 105]");

        assertThat(decimal.text()).isEqualTo("h|i");
    }

    @Test
    void three_octal_digits_are_a_byte() {
        RecordingSink.feed(decoder, "x 150 151 377 400 151 189 151 ");

        assertThat(octal.text()).isEqualTo("hi\u00ff|i|i");
    }

    @Test
    void six_octal_digits_are_two_bytes_lowest_first() {
        RecordingSink.feed(decoder, "x 064550 177777 200000 064550 064589 064550 ");

        assertThat(octal.text()).isEqualTo("hi\u00ff\u00ff|hi|hi");
        assertThat(octal.places()).startsWith("2-8", "2-8");
    }

    @Test
    void other_lengths_are_no_octal_bytes() {
        RecordingSink.feed(decoder, "x 150 15 150 0150 150 ");

        assertThat(octal.text()).isEqualTo("h|h|h");
    }

    @Test
    void an_address_at_the_start_of_a_line_is_left_out() {
        RecordingSink.feed(decoder, " 0000000 150 151\n0000020 152 153\n");

        assertThat(octal.text()).isEqualTo("hijk");
    }

    @Test
    void six_digits_at_the_start_of_a_line_are_a_number() {
        RecordingSink.feed(decoder, "064550 065552\n");

        assertThat(octal.text()).isEqualTo("hijk");
    }

    @Test
    void a_long_number_that_does_not_begin_the_line_is_one() {
        RecordingSink.feed(decoder, "104 1751738984 ");

        assertThat(decimal.text()).isEqualTo("hhjih");
    }

    @Test
    void a_word_ends_the_list() {
        RecordingSink.feed(decoder, "[104 105 and 106]");

        assertThat(decimal.text()).isEqualTo("hi|j");
        assertThat(octal.text()).isEqualTo("DE|F");
    }

    @Test
    void a_number_right_before_a_word_counts() {
        RecordingSink.feed(decoder, "[104, 105x");

        assertThat(decimal.text()).isEqualTo("hi|");
    }

    @Test
    void words_alone_pass_nothing_on() {
        RecordingSink.feed(decoder, "no numbers - here");

        assertThat(decimal.text()).isEmpty();
    }

    @Test
    void the_last_number_counts_at_the_end_of_the_stream() {
        RecordingSink.feed(decoder, "[104, 105");
        assertThat(decimal.text()).isEqualTo("h");

        decoder.end();

        assertThat(decimal.text()).isEqualTo("hi");
    }

    @Test
    void more_digits_than_any_number_has_end_the_list() {
        RecordingSink.feed(decoder, "x 104 12345678901234567890 105 ");

        assertThat(decimal.text()).startsWith("h").endsWith("i").contains("|");
    }

    @Test
    void a_number_is_held_back_from_its_sign_on_until_it_ends() {
        RecordingSink.feed(decoder, "x");
        assertThat(decoder.undecidedFrom(1)).isEqualTo(1);
        RecordingSink.feed(decoder, "[10, -");
        assertThat(decoder.undecidedFrom(6)).isEqualTo(5);
        decoder.put('6', 6, 7);
        assertThat(decoder.undecidedFrom(7)).isEqualTo(5);
        decoder.put(',', 7, 8);
        assertThat(decoder.undecidedFrom(8)).isEqualTo(8);
        decoder.put('6', 8, 9);
        assertThat(decoder.undecidedFrom(9)).isEqualTo(8);
    }

    @Test
    void a_list_ends_where_a_gap_is_longer_than_any_within_a_secret() {
        RecordingSink.feed(decoder, "[104, 105");

        assertThat(decoder.undecidedFrom(9 + DictionaryMatcher.LONGEST_GAP)).isEqualTo(6);
        assertThat(decoder.undecidedFrom(10 + DictionaryMatcher.LONGEST_GAP))
                .isEqualTo(10 + DictionaryMatcher.LONGEST_GAP);
        assertThat(decimal.text()).isEqualTo("hi|");
    }
}
